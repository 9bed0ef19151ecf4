package org.absentia.randomisation.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.randomisation.scheme.BlockUrn;

/**
 * A block urn.
 *
 * @param allocated how often each arm was drawn beyond the full ratios
 */
record UrnOfBlocks(BlockUrn urn, List<Long> allocated) implements CountedPast {
  UrnOfBlocks {
    allocated = List.copyOf(allocated);
  }

  static UrnOfBlocks fresh(BlockUrn urn) {
    return new UrnOfBlocks(urn, urn.ratio().parts().stream().map(part -> 0L).toList());
  }

  @Override
  public List<Long> weights() {
    return IntStream.range(0, allocated.size())
        .mapToObj(arm -> (long) urn.lambda() * part(arm) - allocated.get(arm))
        .toList();
  }

  @Override
  public UrnOfBlocks after(int arm) {
    List<Long> next = new ArrayList<>(allocated);
    next.set(arm, allocated.get(arm) + 1);
    boolean full = IntStream.range(0, next.size()).allMatch(j -> next.get(j) >= part(j));
    if (full) {
      IntStream.range(0, next.size()).forEach(j -> next.set(j, next.get(j) - part(j)));
    }
    return new UrnOfBlocks(urn, next);
  }

  private int part(int arm) {
    return urn.ratio().parts().get(arm);
  }
}
