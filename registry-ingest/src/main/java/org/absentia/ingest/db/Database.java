package org.absentia.ingest.db;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs SQL on the connection of the transaction in progress. */
@ApplicationScoped
class Database {
  private final AgroalDataSource dataSource;

  Database(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes something of one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Asks for rows; parameters are texts, numbers, uuids, dates, bytes or collections of texts. */
  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException trouble) {
      throw new IllegalStateException("the database refused a query", trouble);
    }
  }

  /** Changes rows and tells how many. */
  int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException trouble) {
      throw new IllegalStateException("the database refused a change", trouble);
    }
  }

  /** One column of a batch, as texts; the statement casts it. */
  static <T> List<@Nullable String> column(
      Collection<T> rows, Function<T, @Nullable Object> value) {
    List<@Nullable String> column = new ArrayList<>(rows.size());
    for (T row : rows) {
      Object cell = value.apply(row);
      column.add(cell == null ? null : cell.toString());
    }
    return column;
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof Collection<?> texts) {
        Array array = connection.createArrayOf("text", texts.toArray());
        statement.setArray(i + 1, array);
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
    return statement;
  }
}
