package org.absentia.outcome.derivation;

import java.util.Arrays;
import java.util.List;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.Period;

/** The days on which any record begins to speak or has ceased to. */
final class ChangeDays {
  /** Later than any day. */
  static final int NEVER = Integer.MAX_VALUE;

  private final int[] inOrder;

  private ChangeDays(int[] inOrder) {
    this.inOrder = inOrder;
  }

  static ChangeDays of(List<RegistryRecord> records) {
    int[] days = new int[2 * periods(records)];
    int place = 0;
    for (RegistryRecord each : records) {
      for (RegistryRecord.Entry entry : each.periods()) {
        Period period = entry.days();
        days[place++] = period.from();
        days[place++] = period.to() + 1;
      }
    }
    Arrays.sort(days);
    return new ChangeDays(days);
  }

  private static int periods(List<RegistryRecord> records) {
    int count = 0;
    for (RegistryRecord each : records) {
      count += each.periods().size();
    }
    return count;
  }

  /** The first change after a day; {@link #NEVER} when there is none. */
  int after(int day) {
    int low = 0;
    int high = inOrder.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inOrder[middle] <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < inOrder.length ? inOrder[low] : NEVER;
  }

  boolean anyBefore(int day) {
    return inOrder.length > 0 && inOrder[0] < day;
  }
}
