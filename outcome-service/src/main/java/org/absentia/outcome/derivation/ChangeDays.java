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
    int[] days = new int[4 * records.size()];
    int count = 0;
    for (RegistryRecord each : records) {
      List<? extends RegistryRecord.Entry> periods = each.periods();
      for (int i = 0; i < periods.size(); i++) {
        if (count + 2 > days.length) {
          days = Arrays.copyOf(days, 2 * days.length);
        }
        Period period = periods.get(i).days();
        days[count++] = period.from();
        days[count++] = period.to() + 1;
      }
    }
    return new ChangeDays(sorted(days, count));
  }

  private static int[] sorted(int[] days, int count) {
    int[] inOrder = Arrays.copyOf(days, count);
    Arrays.sort(inOrder);
    return inOrder;
  }

  boolean anyBefore(int day) {
    return inOrder.length > 0 && inOrder[0] < day;
  }

  /** Begins to go through the changes in order. */
  Walk walk() {
    return new Walk();
  }

  /** Goes forward only: each question is about a later day, which saves a search for each. */
  final class Walk {
    private int place;

    /** The first change after a day; {@link #NEVER} when there is none. */
    int after(int day) {
      while (place < inOrder.length && inOrder[place] <= day) {
        place++;
      }
      return place < inOrder.length ? inOrder[place] : NEVER;
    }

    /** The last change on or before the day asked for last; {@code otherwise} without one. */
    int latest(int otherwise) {
      return place > 0 ? inOrder[place - 1] : otherwise;
    }
  }
}
