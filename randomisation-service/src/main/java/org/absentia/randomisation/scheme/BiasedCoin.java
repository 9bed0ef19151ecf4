package org.absentia.randomisation.scheme;

import java.util.List;
import java.util.Map;

/** Efron's biased coin: the smaller of two arms is favoured with probability p/q. */
public record BiasedCoin(Bias bias) implements SequenceScheme {
  @Override
  public String method() {
    return "BIASED_COIN";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("bias", bias.members());
  }

  @Override
  public void checkArms(int arms) {
    TwoArms.check(arms);
  }

  @Override
  public ArmSequence sequence(IntegerStream stream) {
    int[] lead = {0};
    return () -> {
      int arm = stream.pick(weights(lead[0]));
      lead[0] += arm == 0 ? 1 : -1;
      return arm;
    };
  }

  private List<Long> weights(int lead) {
    long favoured = bias.p();
    long other = (long) bias.q() - bias.p();
    if (lead == 0) {
      return TwoArms.EVEN;
    }
    return lead < 0 ? List.of(favoured, other) : List.of(other, favoured);
  }
}
