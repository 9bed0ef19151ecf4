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
 * alike wherever and in whatever order they arrive.
 */
final class NavVersion {
  private static final int TIES = 1000;

  private NavVersion() {}

  /** Makes a record whose version follows from {@code time} and from what it says. */
  static RegistryRecord stamp(
      String recordId,
      Instant time,
      Status status,
      Instant issuedAt,
      Function<RecordVersion, RegistryRecord> content) {
    RegistryRecord unnumbered = content.apply(new RecordVersion(recordId, 0, status, issuedAt));
    String digest = CanonicalJson.contentDigest(unnumbered);
    long tie = Long.parseLong(digest.substring(0, 8), 16) % TIES;
    long number = Math.max(0, time.toEpochMilli()) * TIES + tie;
    return content.apply(new RecordVersion(recordId, number, status, issuedAt));
  }
}
