package org.absentia.outcome.record;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one person that count: of each its highest version, unless that is cancelled.
 * Their order says who is believed where two speak of one day: the latest issued first, of two
 * issued at once the larger id by UTF-16 code unit.
 */
public final class CurrentRecords {
  private static final Comparator<RegistryRecord> MOST_BELIEVED_FIRST =
      Comparator.comparing((RegistryRecord r) -> r.version().issuedAt())
          .thenComparing(RegistryRecord::recordId)
          .reversed();

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
    Map<String, RegistryRecord> highest = new HashMap<>();
    for (RegistryRecord version : versions) {
      if (knownAt.isEmpty() || !version.version().issuedAt().isAfter(knownAt.get())) {
        highest.merge(version.recordId(), version, CurrentRecords::higher);
      }
    }
    return new CurrentRecords(
        highest.values().stream()
            .filter(RegistryRecord::isActive)
            .sorted(MOST_BELIEVED_FIRST)
            .toList());
  }

  private static RegistryRecord higher(RegistryRecord one, RegistryRecord other) {
    return other.version().number() > one.version().number() ? other : one;
  }

  /** All records, the most believed first. */
  public List<RegistryRecord> all() {
    return records;
  }

  /** The records of one register, the most believed first. */
  public <R extends RegistryRecord> List<R> of(Class<R> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
