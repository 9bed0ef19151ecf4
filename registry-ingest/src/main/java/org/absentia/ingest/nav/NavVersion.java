package org.absentia.ingest.nav;

import java.time.Instant;
import java.util.function.Function;
import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.RecordVersion;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.Status;

/**
 * Numbers the versions of registers that have no version number: milliseconds of the message's own
 * time, then three digits of its content's digest, so that two messages of one time are ordered
 * alike wherever and in whatever order they arrive. Three bands follow each other: messages without
 * any time, by rank; messages by their time; final cancellations, which nothing may follow.
 */
final class NavVersion {
  static final int TIES = 1000;

  /** Above every time until the year 2096, and below 2^53, which JSON carries exactly. */
  private static final long FINAL = 4_000_000_000_000_000L;

  private NavVersion() {}

  /** Makes a record whose version follows from {@code time} and from what it says. */
  static RegistryRecord stamp(
      String recordId,
      Instant time,
      Status status,
      Instant issuedAt,
      Function<RecordVersion, RegistryRecord> content) {
    long number = Math.max(0, time.toEpochMilli()) * TIES;
    return numbered(recordId, number, status, issuedAt, content);
  }

  /** A cancellation after which its record never comes back, whatever the other messages' times. */
  static RegistryRecord last(
      String recordId, Instant at, Function<RecordVersion, RegistryRecord> content) {
    long number = FINAL + Math.max(0, at.toEpochMilli()) * TIES;
    return numbered(recordId, number, Status.CANCELLED, at, content);
  }

  /** A message that tells no time: behind all that do, and by rank among its like. */
  static RegistryRecord timeless(
      String recordId,
      int rank,
      Instant issuedAt,
      Function<RecordVersion, RegistryRecord> content) {
    return numbered(recordId, (long) rank * TIES, Status.ACTIVE, issuedAt, content);
  }

  private static RegistryRecord numbered(
      String recordId,
      long number,
      Status status,
      Instant issuedAt,
      Function<RecordVersion, RegistryRecord> content) {
    RegistryRecord unnumbered = content.apply(new RecordVersion(recordId, 0, status, issuedAt));
    String digest = CanonicalJson.contentDigest(unnumbered);
    long tie = Long.parseLong(digest.substring(0, 8), 16) % TIES;
    return content.apply(new RecordVersion(recordId, number + tie, status, issuedAt));
  }
}
