package org.absentia.outcome.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
  private final ArrayList<RegistryRecord> records;

  private CurrentRecords(ArrayList<RegistryRecord> records) {
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
    Map<String, RegistryRecord> highest = HashMap.newHashMap(versions.size());
    for (RegistryRecord record : versions) {
      RecordVersion version = record.version();
      if (knownAt.isEmpty() || !version.issuedAt().isAfter(knownAt.get())) {
        highest.merge(version.recordId(), record, CurrentRecords::higher);
      }
    }
    return new CurrentRecords(mostBelievedFirst(highest));
  }

  private static ArrayList<RegistryRecord> mostBelievedFirst(Map<String, RegistryRecord> highest) {
    List<RecordVersion> active = new ArrayList<>(highest.size());
    for (RegistryRecord each : highest.values()) {
      RecordVersion version = each.version();
      if (version.status() == RecordVersion.Status.ACTIVE) {
        active.add(version);
      }
    }
    active.sort(CurrentRecords::compareBelief);
    ArrayList<RegistryRecord> records = new ArrayList<>(active.size());
    for (RecordVersion version : active) {
      records.add(highest.get(version.recordId()));
    }
    return records;
  }

  private static int compareBelief(RecordVersion one, RecordVersion other) {
    int order = other.issuedAt().compareTo(one.issuedAt());
    return order != 0 ? order : other.recordId().compareTo(one.recordId());
  }

  private static RegistryRecord higher(RegistryRecord one, RegistryRecord other) {
    return other.version().number() > one.version().number() ? other : one;
  }

  /** All records, the most believed first. */
  public List<RegistryRecord> all() {
    return Collections.unmodifiableList(records);
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
