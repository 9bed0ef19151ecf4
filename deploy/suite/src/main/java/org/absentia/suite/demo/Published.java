package org.absentia.suite.demo;

import java.util.List;
import org.absentia.suite.world.Arm;

/**
 * What the MI-NAV trial reports (doi 10.1136/oemed-2022-108637, Table 3): lost workdays in six
 * months.
 */
record Published(Arm arm, double mean, double deviation, double median) {
  static final List<Published> TABLE_3 =
      List.of(
          new Published(Arm.USUAL_CARE, 66, 41, 62),
          new Published(Arm.MOTIVATIONAL_INTERVIEWING, 59, 41, 56),
          new Published(Arm.VOCATIONAL_ADVICE, 57, 38, 49));
}
