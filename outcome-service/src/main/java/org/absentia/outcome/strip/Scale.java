package org.absentia.outcome.strip;

import org.absentia.outcome.timeline.Period;

/** Where days stand from left to right; lengths in pixels of the drawing's natural size. */
record Scale(Period shown) {
  /** Where the days begin, right of the lanes' titles. */
  static final double LEFT = 124;

  private static final double RIGHT = 16;
  private static final double USUAL_WIDTH = 1200;
  private static final double LEAST_WIDTH = 760;
  private static final double LEAST_DAY = 1.5;
  private static final double WIDEST_DAY = 14;

  /** The width of a day: what fills the usual width, unless that is too thin or too wide. */
  double day() {
    double filling = (USUAL_WIDTH - LEFT - RIGHT) / shown.length();
    return Math.clamp(filling, LEAST_DAY, WIDEST_DAY);
  }

  /** Where a day begins; the day before ends there. */
  double x(int day) {
    return LEFT + (day - shown.from()) * day();
  }

  /** Where the last day ends. */
  double end() {
    return x(shown.to() + 1);
  }

  double width(Period days) {
    return days.length() * day();
  }

  /** The width of the whole drawing. */
  double total() {
    return Math.max(LEAST_WIDTH, Math.ceil(end() + RIGHT));
  }
}
