package org.absentia.randomisation.scheme;

import java.util.Map;

/**
 * The big stick: tosses a fair coin until one of two arms leads by the limit, then forces the
 * other.
 */
public record BigStick(int limit) implements SequenceScheme {
  private static final int LARGEST_LIMIT = 1000;

  public BigStick {
    IllegalDesign.unless(limit >= 1 && limit <= LARGEST_LIMIT, "limit", "lies between 1 and 1000");
  }

  @Override
  public String method() {
    return "BIG_STICK";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("limit", limit);
  }

  @Override
  public void checkArms(int arms) {
    TwoArms.check(arms);
  }

  @Override
  public ArmSequence sequence(IntegerStream stream) {
    int[] lead = {0};
    return () -> {
      int arm = next(lead[0], stream);
      lead[0] += arm == 0 ? 1 : -1;
      return arm;
    };
  }

  private int next(int lead, IntegerStream stream) {
    if (lead == limit) {
      return 1;
    }
    return lead == -limit ? 0 : stream.pick(TwoArms.EVEN);
  }
}
