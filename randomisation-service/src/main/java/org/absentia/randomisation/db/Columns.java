package org.absentia.randomisation.db;

import jakarta.persistence.Tuple;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Columns of native queries, whichever of its types the driver chooses for them. */
final class Columns {
  private Columns() {}

  static String text(Tuple row, String name) {
    return row.get(name, String.class);
  }

  static long number(Tuple row, String name) {
    return ((Number) row.get(name)).longValue();
  }

  static LocalDate day(Tuple row, String name) {
    return switch (row.get(name)) {
      case LocalDate day -> day;
      case Date day -> day.toLocalDate();
      case Object other -> throw new IllegalStateException("no day: " + other.getClass());
    };
  }

  static Instant instant(Tuple row, String name) {
    return switch (row.get(name)) {
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      case Timestamp time -> time.toInstant();
      case Object other -> throw new IllegalStateException("no instant: " + other.getClass());
    };
  }
}
