package org.absentia.bench.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.Period;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same records in tables of an in-memory DuckDB with one thread, asked by one query. */
final class DuckDb implements AutoCloseable {
  private static final LocalDate FAR_AWAY = LocalDate.of(2200, 1, 1);

  private final DuckDBConnection connection;
  private final int persons;
  private final String query = resource("lost-workdays.sql");

  private DuckDb(DuckDBConnection connection, int persons) {
    this.connection = connection;
    this.persons = persons;
  }

  /** Opens a database and loads the records, which is not part of what is measured. */
  static DuckDb with(List<Person> persons) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    DuckDb database = new DuckDb(connection.unwrap(DuckDBConnection.class), persons.size());
    database.execute("SET threads = 1");
    database.execute(resource("tables.sql"));
    database.load(persons);
    return database;
  }

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(DuckDb.class.getResourceAsStream("/outcomes/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void load(List<Person> persons) throws SQLException {
    try (DuckDBAppender person = appender("person");
        DuckDBAppender version = appender("version");
        DuckDBAppender period = appender("period")) {
      int key = 0;
      for (Person each : persons) {
        person.beginRow().append(each.number()).append(each.indexDate()).endRow();
        for (RegistryRecord record : each.versions()) {
          append(version, key, each, record);
          append(period, key++, record);
        }
      }
    }
  }

  private DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender("main", table);
  }

  private static void append(DuckDBAppender to, int key, Person person, RegistryRecord record)
      throws SQLException {
    to.beginRow();
    to.append(key).append(person.number()).append(record.recordId());
    to.append(record.version().number()).append(record.isActive());
    to.append(record.version().issuedAt().getEpochSecond());
    to.append(RecordColumns.register(record).name());
    to.append(RecordColumns.employer(record).findFirst().orElse(null));
    to.endRow();
  }

  private static void append(DuckDBAppender to, int key, RegistryRecord record)
      throws SQLException {
    int place = 0;
    for (RegistryRecord.Entry entry : record.periods()) {
      Period days = entry.days();
      to.beginRow().append(key).append(place++).append(Period.date(days.from()));
      to.append(days.isOpen() ? FAR_AWAY : Period.date(days.to()));
      to.append((long) RecordColumns.amount(entry)).endRow();
    }
  }

  String version() throws SQLException {
    return connection.getMetaData().getDatabaseProductVersion();
  }

  /** Asks the query. */
  LostWorkdays lostWorkdays() {
    LostWorkdays lost = new LostWorkdays(persons);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lost.set(rows.getInt(1), rows.getLong(2), rows.getLong(3));
      }
      return lost;
    } catch (SQLException failure) {
      throw new IllegalStateException("DuckDB: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
