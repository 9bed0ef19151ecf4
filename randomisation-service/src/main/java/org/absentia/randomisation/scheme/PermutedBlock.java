package org.absentia.randomisation.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Permuted blocks of random sizes: the ratio holds exactly after each block. */
public record PermutedBlock(Ratio ratio, List<Integer> blockSizes) implements SequenceScheme {
  private static final int LARGEST_BLOCK = 10_000;

  public PermutedBlock {
    blockSizes = List.copyOf(blockSizes);
    int sum = Math.max(1, ratio.sum()); // of no part it is 0, which is refused with the arms
    IllegalDesign.unless(!blockSizes.isEmpty(), "blockSizes", "holds at least one size");
    IllegalDesign.unless(
        blockSizes.stream().allMatch(size -> size >= 1 && size <= LARGEST_BLOCK && size % sum == 0),
        "blockSizes",
        "each size is a multiple of the ratio's sum, at most 10000");
    IllegalDesign.unless(
        blockSizes.stream().distinct().count() == blockSizes.size(),
        "blockSizes",
        "names each size once");
  }

  @Override
  public String method() {
    return "PERMUTED_BLOCK";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("ratio", ratio.parts(), "blockSizes", blockSizes);
  }

  @Override
  public void checkArms(int arms) {
    ratio.checkArms(arms);
  }

  @Override
  public ArmSequence sequence(IntegerStream stream) {
    Queue<Integer> rest = new ArrayDeque<>();
    return () -> {
      if (rest.isEmpty()) {
        rest.addAll(block(stream));
      }
      return rest.remove();
    };
  }

  private List<Integer> block(IntegerStream stream) {
    int size = blockSizes.get((int) stream.below(blockSizes.size()));
    List<Integer> block = new ArrayList<>(size);
    for (int arm = 0; arm < ratio.parts().size(); arm++) {
      block.addAll(Collections.nCopies(ratio.of(arm) * (size / ratio.sum()), arm));
    }
    for (int i = size - 1; i >= 1; i--) {
      Collections.swap(block, i, (int) stream.below(i + 1L));
    }
    return block;
  }
}
