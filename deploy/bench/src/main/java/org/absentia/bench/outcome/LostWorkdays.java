package org.absentia.bench.outcome;

import java.util.Arrays;

/**
 * Lost workdays of each person in both windows, exact in 10^-8: the place of a person is their
 * number.
 */
final class LostWorkdays {
  private final long[] sixMonths;
  private final long[] twelveMonths;

  LostWorkdays(int persons) {
    sixMonths = new long[persons];
    twelveMonths = new long[persons];
  }

  void set(int person, long lostInSixMonths, long lostInTwelveMonths) {
    sixMonths[person] = lostInSixMonths;
    twelveMonths[person] = lostInTwelveMonths;
  }

  int persons() {
    return sixMonths.length;
  }

  /** Sum over persons and windows. */
  long sum() {
    return Arrays.stream(sixMonths).sum() + Arrays.stream(twelveMonths).sum();
  }

  /**
   * Compares each person's values.
   *
   * @throws IllegalStateException when another contender found another number for anyone
   */
  void mustAgreeWith(LostWorkdays other, String otherName) {
    for (int person = 0; person < persons(); person++) {
      if (sixMonths[person] != other.sixMonths[person]
          || twelveMonths[person] != other.twelveMonths[person]) {
        throw new IllegalStateException(
            "%s disagrees about person %d: P6M %d, not %d; P12M %d, not %d (in 10^-8 days)"
                .formatted(
                    otherName,
                    person,
                    other.sixMonths[person],
                    sixMonths[person],
                    other.twelveMonths[person],
                    twelveMonths[person]));
      }
    }
  }
}
