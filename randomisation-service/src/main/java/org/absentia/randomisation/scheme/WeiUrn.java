package org.absentia.randomisation.scheme;

import java.util.List;
import java.util.Map;

/**
 * Wei's urn: each draw adds beta balls of the arm not drawn, so that early imbalance is corrected
 * most.
 */
public record WeiUrn(int alpha, int beta) implements SequenceScheme {
  private static final int LARGEST = 1000;

  public WeiUrn {
    IllegalDesign.unless(alpha >= 1 && alpha <= LARGEST, "alpha", "lies between 1 and 1000");
    IllegalDesign.unless(beta >= 0 && beta <= LARGEST, "beta", "lies between 0 and 1000");
  }

  @Override
  public String method() {
    return "WEI_URN";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("alpha", alpha, "beta", beta);
  }

  @Override
  public void checkArms(int arms) {
    TwoArms.check(arms);
  }

  @Override
  public ArmSequence sequence(IntegerStream stream) {
    long[] balls = {alpha, alpha};
    return () -> {
      int arm = stream.pick(List.of(balls[0], balls[1]));
      balls[1 - arm] += beta;
      return arm;
    };
  }
}
