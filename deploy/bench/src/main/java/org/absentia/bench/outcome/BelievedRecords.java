package org.absentia.bench.outcome;

import java.util.Arrays;
import org.absentia.bench.outcome.RecordColumns.Register;

/** The places of one person's current versions, the most believed first, in a reused array. */
final class BelievedRecords {
  private final RecordColumns columns;
  private int[] highest = new int[64];
  private int[] places = new int[64];
  private int count;

  BelievedRecords(RecordColumns columns) {
    this.columns = columns;
  }

  /** Keeps the highest version of each record of a person unless it is cancelled, in order. */
  void select(int person) {
    int first = columns.firstVersion[person];
    int end = columns.firstVersion[person + 1];
    if (end - first > highest.length) {
      highest = new int[2 * (end - first)];
      places = new int[2 * (end - first)];
    }
    Arrays.fill(highest, 0, end - first, -1);
    for (int version = first; version < end; version++) {
      int record = columns.record[version];
      if (highest[record] < 0 || columns.number[version] > columns.number[highest[record]]) {
        highest[record] = version;
      }
    }
    count = 0;
    for (int record = 0; record < end - first && highest[record] >= 0; record++) {
      if (columns.active[highest[record]]) {
        insert(highest[record]);
      }
    }
  }

  /** Called in order of id, so that of two issued at once the larger id comes to stand first. */
  private void insert(int version) {
    long issuedAt = columns.issuedAtSecond[version];
    int place = count++;
    while (place > 0 && columns.issuedAtSecond[places[place - 1]] <= issuedAt) {
      places[place] = places[place - 1];
      place--;
    }
    places[place] = version;
  }

  int count() {
    return count;
  }

  int version(int place) {
    return places[place];
  }

  /** What the most believed record of a register says of a day; 0 when none speaks. */
  int amountOn(Register register, int day) {
    for (int place = 0; place < count; place++) {
      int version = places[place];
      if (columns.register[version] == register) {
        int period = periodOn(version, day);
        if (period >= 0) {
          return columns.amount[period];
        }
      }
    }
    return 0;
  }

  /** The period of a version that covers a day; -1 without one. */
  int periodOn(int version, int day) {
    int end = columns.firstPeriod[version + 1];
    for (int period = columns.firstPeriod[version]; period < end; period++) {
      if (columns.from[period] <= day && day <= columns.to[period]) {
        return period;
      }
    }
    return -1;
  }
}
