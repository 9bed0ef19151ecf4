package org.absentia.randomisation.simulation;

import org.apache.commons.statistics.distribution.TDistribution;

/** The values that Student's t must exceed to reject at 5 %, two-sided, by degrees of freedom. */
final class TTestCritical {
  private static final double UPPER_TAIL = 0.025;

  private final double[] values;

  TTestCritical(int most) {
    values = new double[Math.max(most, 1)];
    for (int degrees = 1; degrees < values.length; degrees++) {
      values[degrees] = TDistribution.of(degrees).inverseSurvivalProbability(UPPER_TAIL);
    }
  }

  double at(int degreesOfFreedom) {
    return values[degreesOfFreedom];
  }
}
