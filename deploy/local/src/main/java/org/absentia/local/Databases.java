package org.absentia.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Gives each service a database of its own that only its own role can enter. */
public final class Databases {
  /** The services' databases; each is owned by the role of the same name. */
  public static final List<String> NAMES =
      List.of("ingest", "randomisation", "outcome", "analysis");

  private final PostgresServer server;
  private final Secrets secrets;

  Databases(PostgresServer server, Secrets secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  void createMissing() {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
          statement.execute("create role " + name + " login");
        }
        statement.execute(
            "alter role " + name + " password '" + secrets.password("postgres-" + name) + "'");
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
          statement.execute("create database " + name + " owner " + name);
        }
        statement.execute("revoke all on database " + name + " from public");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot make the services' databases", failed);
    }
  }

  void drop(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no service's database");
    }
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot drop the database " + name, failed);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
