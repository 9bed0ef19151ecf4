package org.absentia.ingest.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Reads points in time, kept to the microsecond, from 1900 to 2199. */
public final class Instants {
  /** NAV's systems write times without zone in Norwegian local time. */
  public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Instants() {}

  /** Reads a time with offset or Z; throws {@link DateTimeException} otherwise. */
  public static Instant parse(String text) {
    return kept(OffsetDateTime.parse(text.strip()).toInstant());
  }

  /** Reads a time with offset, or a local time as Norwegian. */
  public static Instant parseNorwegian(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.strip(), OffsetDateTime::from, LocalDateTime::from);
    return kept(
        time instanceof OffsetDateTime offset
            ? offset.toInstant()
            : LocalDateTime.from(time).atZone(NORWAY).toInstant());
  }

  private static Instant kept(Instant instant) {
    if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
      throw new DateTimeException("not from 1900 to 2199");
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
