package org.absentia.outcome.record;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the highest version of each record and puts them in order of belief. Every derivation
 * begins with this, so it keeps to three arrays: a map with an object for each entry, sorted
 * afterwards, takes twice as long.
 */
final class HighestVersions {
  private final RegistryRecord[] records;
  private final RecordVersion[] versions;

  /**
   * By hash of the id, the next slot when one is taken: the record's place + 1, or 0. The 10 000
   * records of the largest request, all with ids of one hash, would take about half a second.
   */
  private final int[] slots;

  private int count;

  HighestVersions(int most) {
    records = new RegistryRecord[most];
    versions = new RecordVersion[most];
    slots = new int[Integer.highestOneBit(2 * most + 1) << 1];
  }

  /** Adds a version; of two with the same number the first one counts. */
  void add(RegistryRecord record, RecordVersion version) {
    int slot = slotOf(version.recordId());
    int place = slots[slot] - 1;
    if (place < 0) {
      place = count++;
      slots[slot] = count;
    } else if (version.number() <= versions[place].number()) {
      return;
    }
    records[place] = record;
    versions[place] = version;
  }

  private int slotOf(String recordId) {
    int hash = recordId.hashCode();
    int slot = (hash ^ hash >>> 16) & slots.length - 1;
    while (slots[slot] > 0 && !versions[slots[slot] - 1].recordId().equals(recordId)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** The records that are not cancelled, the most believed first. Ends the adding. */
  List<RegistryRecord> mostBelievedFirst() {
    int active = 0;
    for (int place = 0; place < count; place++) {
      if (versions[place].status() == RecordVersion.Status.ACTIVE) {
        insert(records[place], versions[place], active++);
      }
    }
    return List.of(active == records.length ? records : Arrays.copyOf(records, active));
  }

  /** Inserts one among the first so many places, which are in order already. */
  private void insert(RegistryRecord record, RecordVersion version, int inOrder) {
    int low = 0;
    int high = inOrder;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBelievedBefore(version, versions[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    System.arraycopy(records, low, records, low + 1, inOrder - low);
    System.arraycopy(versions, low, versions, low + 1, inOrder - low);
    records[low] = record;
    versions[low] = version;
  }

  /** The latest issued is believed first, of two issued at once the larger id. */
  private static boolean isBelievedBefore(RecordVersion one, RecordVersion other) {
    int order = one.issuedAt().compareTo(other.issuedAt());
    return order != 0 ? order > 0 : one.recordId().compareTo(other.recordId()) > 0;
  }
}
