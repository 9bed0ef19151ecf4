package org.absentia.randomisation.scheme;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * The block urn of Zhao and Weng (2011): as balanced as blocks of lambda times the ratio, but
 * harder to guess.
 */
public record BlockUrn(Ratio ratio, int lambda) implements SequenceScheme {
  private static final int LARGEST_LAMBDA = 1000;

  public BlockUrn {
    IllegalDesign.unless(
        lambda >= 1 && lambda <= LARGEST_LAMBDA, "lambda", "lies between 1 and 1000");
  }

  @Override
  public String method() {
    return "BLOCK_URN";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("ratio", ratio.parts(), "lambda", lambda);
  }

  @Override
  public void checkArms(int arms) {
    ratio.checkArms(arms);
  }

  @Override
  public ArmSequence sequence(IntegerStream stream) {
    int arms = ratio.parts().size();
    long[] allocated = new long[arms];
    return () -> {
      long full =
          IntStream.range(0, arms).mapToLong(j -> allocated[j] / ratio.of(j)).min().orElseThrow();
      int arm =
          stream.pick(
              IntStream.range(0, arms)
                  .mapToObj(j -> (lambda + full) * ratio.of(j) - allocated[j])
                  .toList());
      allocated[arm]++;
      return arm;
    };
  }
}
