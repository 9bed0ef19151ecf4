package org.absentia.randomisation.scheme;

import java.util.List;

/** The weights in force from a slot on, declared before that slot is taken. */
public record Epoch(int fromSlot, List<Long> weights) {
  public Epoch {
    weights = List.copyOf(weights);
    if (fromSlot < 0
        || weights.stream().anyMatch(weight -> weight < 0)
        || weights.stream().mapToLong(Long::longValue).sum() < 1) {
      throw new IllegalArgumentException(
          "an epoch starts at a slot and has weights with a positive sum");
    }
  }

  /**
   * Returns the number of the epoch that a slot of a stratum falls into, from 1.
   *
   * @param declared of the stratum, in the order of their slots; the first epoch needs none
   */
  public static int number(List<Epoch> declared, int slot) {
    return 1 + (int) declared.stream().filter(epoch -> epoch.fromSlot() <= slot).count();
  }
}
