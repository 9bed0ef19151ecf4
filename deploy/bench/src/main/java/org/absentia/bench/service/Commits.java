package org.absentia.bench.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.absentia.local.RunningStack;

/** The database of randomisation-service: what a bare durable commit costs in it. */
final class Commits implements AutoCloseable {
  private final Connection connection;

  Commits(RunningStack stack) throws SQLException {
    connection =
        DriverManager.getConnection(
            stack.jdbcUrl("randomisation"), "randomisation", stack.password("randomisation"));
    for (String setting : List.of("fsync", "synchronous_commit")) {
      if (!text("show " + setting).equals("on")) {
        throw new IllegalStateException(setting + " is off: nothing is durable here");
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table bench_commit (id bigint primary key, value text not null)");
    }
  }

  /** Lists candidates as an event of registry-ingest would. */
  void list(List<String> candidates) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into listed_candidate (trial_id, candidate_id, list_id, office, list_date)
            select ?, candidate, gen_random_uuid(), '0101', '2019-04-08'
            from unnest(?) as candidate
            """)) {
      statement.setString(1, Recruiters.TRIAL);
      statement.setArray(2, connection.createArrayOf("text", candidates.toArray()));
      statement.executeUpdate();
    }
  }

  /** Commits single rows for so long, one after the other, and returns how many a second. */
  double perSecond(double seconds, long from) throws SQLException {
    long start = System.nanoTime();
    long commits = 0;
    try (PreparedStatement statement =
        connection.prepareStatement("insert into bench_commit values (?, ?)")) {
      while (System.nanoTime() - start < seconds * 1e9) {
        statement.setLong(1, from + commits++);
        statement.setString(2, "one row");
        statement.executeUpdate();
      }
    }
    return commits / ((System.nanoTime() - start) / 1e9);
  }

  /** How many slots were taken, and up to which number: equal when there is no gap. */
  boolean withoutGap(int taken) throws SQLException {
    return text("select count(*) || ' ' || max(slot) from allocation")
        .equals(taken + " " + (taken - 1));
  }

  private String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
