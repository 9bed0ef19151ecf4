package org.absentia.randomisation.simulation;

import java.util.ArrayList;
import java.util.List;
import org.absentia.randomisation.scheme.Ratio;

/** Sums over one whole number for each arm. */
final class Counts {
  private Counts() {}

  static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** One less for the arm. */
  static List<Long> less(List<Long> counts, int arm) {
    List<Long> less = new ArrayList<>(counts);
    less.set(arm, counts.get(arm) - 1);
    return List.copyOf(less);
  }

  /** How often each arm stands in a block of this size. */
  static List<Long> block(Ratio ratio, int size) {
    return ratio.parts().stream().map(part -> (long) part * size / ratio.sum()).toList();
  }
}
