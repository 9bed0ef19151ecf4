package org.absentia.randomisation.simulation;

import java.util.List;
import org.absentia.randomisation.scheme.Bias;

/**
 * Two arms of which only the lead matters.
 *
 * @param lead allocations of the first arm less those of the second
 * @param level weights of the two arms when none leads
 * @param lagging weights of the lagging and of the leading arm
 * @param from the lead from which on the lagging arm is favoured
 */
record Lead(int lead, List<Long> level, List<Long> lagging, int from) implements CountedPast {
  private static final List<Long> EVEN = List.of(1L, 1L);

  Lead {
    level = List.copyOf(level);
    lagging = List.copyOf(lagging);
  }

  /** A fair coin until one arm leads by the limit. */
  static Lead bigStick(int limit) {
    return new Lead(0, EVEN, List.of(1L, 0L), limit);
  }

  /** A coin that favours the smaller arm. */
  static Lead biasedCoin(Bias bias) {
    return new Lead(0, EVEN, List.of((long) bias.p(), (long) bias.q() - bias.p()), 1);
  }

  @Override
  public List<Long> weights() {
    if (Math.abs(lead) < from) {
      return level;
    }
    return lead < 0 ? lagging : lagging.reversed();
  }

  @Override
  public Lead after(int arm) {
    return new Lead(arm == 0 ? lead + 1 : lead - 1, level, lagging, from);
  }
}
