package org.absentia.statistics.describe;

import java.util.ArrayList;
import java.util.List;

/** How often each level of a variable occurs: {@code n} present values, {@code missing} others. */
public record Frequencies(int n, int missing, List<Level> levels) {

  public Frequencies {
    levels = List.copyOf(levels);
  }

  /** Percentages of the present values and of all; {@code NaN} of none. */
  public record Level(String level, int n, double percent, double percentOfAll) {}

  /**
   * Count codes of levels.
   *
   * @param codes places in {@code levels}; a negative one is a missing value
   */
  public static Frequencies of(List<String> levels, int... codes) {
    int[] counts = new int[levels.size()];
    int missing = 0;
    for (int code : codes) {
      if (code < 0) {
        missing++;
      } else {
        counts[code]++;
      }
    }
    int n = codes.length - missing;
    List<Level> found = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      found.add(
          new Level(
              levels.get(k), counts[k], 100.0 * counts[k] / n, 100.0 * counts[k] / codes.length));
    }
    return new Frequencies(n, missing, found);
  }
}
