package org.absentia.randomisation.simulation;

import java.util.List;

/**
 * A block of known size.
 *
 * @param block how often each arm stands in a whole block
 * @param weights how often it still stands in the present one
 */
record OneBlockSize(List<Long> block, List<Long> weights) implements CountedPast {
  OneBlockSize {
    block = List.copyOf(block);
    weights = List.copyOf(weights);
  }

  static OneBlockSize whole(List<Long> block) {
    return new OneBlockSize(block, block);
  }

  @Override
  public OneBlockSize after(int arm) {
    List<Long> rest = Counts.less(weights, arm);
    return Counts.sum(rest) == 0 ? whole(block) : new OneBlockSize(block, rest);
  }
}
