package org.absentia.outcome.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The records of one person that count: of each its highest version, unless that is cancelled.
 * Their order says who is believed where two speak of one day: the latest issued first, of two
 * issued at once the larger id by UTF-16 code unit.
 */
public final class CurrentRecords {
  private final List<RegistryRecord> records;

  private CurrentRecords(List<RegistryRecord> records) {
    this.records = records;
  }

  /** The records that count among these versions, which may be listed in any order and twice. */
  public static CurrentRecords of(Collection<? extends RegistryRecord> versions) {
    return among(versions, Optional.empty());
  }

  /** The same as it was known at an instant: what was issued later is ignored first. */
  public static CurrentRecords knownAt(
      Instant instant, Collection<? extends RegistryRecord> versions) {
    return among(versions, Optional.of(instant));
  }

  private static CurrentRecords among(
      Collection<? extends RegistryRecord> versions, Optional<Instant> knownAt) {
    HighestVersions highest = new HighestVersions(versions.size());
    for (RegistryRecord record : versions) {
      RecordVersion version = record.version();
      if (knownAt.isEmpty() || !version.issuedAt().isAfter(knownAt.get())) {
        highest.add(record, version);
      }
    }
    return new CurrentRecords(highest.mostBelievedFirst());
  }

  /** All records, the most believed first. */
  public List<RegistryRecord> all() {
    return records;
  }

  /** The records of one register, the most believed first. */
  public <R extends RegistryRecord> List<R> of(Class<R> type) {
    List<R> ofType = new ArrayList<>();
    for (RegistryRecord each : records) {
      if (type.isInstance(each)) {
        ofType.add(type.cast(each));
      }
    }
    return ofType;
  }
}
