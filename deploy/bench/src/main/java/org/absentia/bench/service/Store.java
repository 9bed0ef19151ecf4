package org.absentia.bench.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.absentia.local.RunningStack;

/** The database of outcome-service: its size, and how many wait. */
final class Store implements AutoCloseable {
  private final Connection connection;

  Store(RunningStack stack) throws SQLException {
    connection =
        DriverManager.getConnection(stack.jdbcUrl("outcome"), "outcome", stack.password("outcome"));
  }

  long records() throws SQLException {
    return number("select count(*) from released_record");
  }

  long versions() throws SQLException {
    return number("select count(*) from outcome_version");
  }

  /** How many have no outcome yet, or one that does not agree with the facts. */
  long waiting() throws SQLException {
    return number(
        "select count(*) from participant where changed_at is not null or outcome_number = 0");
  }

  long unpublished() throws SQLException {
    return number(
        "select count(*) from outcome_version where published_at is null or kept_at is null");
  }

  /** Bytes of a table with its indexes. */
  long bytes(String table) throws SQLException {
    return number("select pg_total_relation_size('" + table + "')");
  }

  /** Remembers for this connection how many versions each participant has. */
  void rememberVersions() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temporary table remembered as
          select participant_id, count(*) as versions from outcome_version group by participant_id
          """);
    }
  }

  /** How many participants have exactly one version more than was remembered. */
  long withOneMore() throws SQLException {
    return number(
        """
        select count(*) from remembered r join
          (select participant_id, count(*) as versions from outcome_version group by participant_id) n
          using (participant_id)
        where n.versions = r.versions + 1
        """);
  }

  private long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
