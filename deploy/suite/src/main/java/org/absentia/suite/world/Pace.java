package org.absentia.suite.world;

/**
 * How fast a group gets back to work: the logarithm of steps per month of an average person, and
 * how much frailty matters. Calibrated against the published means, medians and standard deviations
 * (Table 3 of MI-NAV) over many seeds.
 */
record Pace(double speed, double spread) {

  static Pace of(Arm arm, boolean highRisk) {
    return switch (arm) {
      case USUAL_CARE -> highRisk ? new Pace(-2.5, 1.5) : new Pace(-2.25, 2.2);
      case MOTIVATIONAL_INTERVIEWING -> highRisk ? new Pace(-2.25, 2.0) : new Pace(-1.45, 1.8);
      case VOCATIONAL_ADVICE -> highRisk ? new Pace(-1.5, 2.2) : new Pace(-1.35, 1.4);
    };
  }
}
