package org.absentia.bench.statistics;

import org.absentia.statistics.random.Draws;
import org.absentia.statistics.survival.CensoredTimes;

/**
 * Times of an event within a year, as {@code time} and {@code event}; some leave before its end.
 */
enum CensoredYear {
  WHOLE_DAYS,
  /** Hardly tied but at the last day; R takes times for equal that differ by less. */
  SECONDS;

  private static final double DAYS = 365;
  private static final double SECONDS_OF_DAY = 86_400;
  private static final double MEAN_DAYS = 200;
  private static final double LEAVING_SHARE = 0.2;

  /** Adds the times to columns. */
  Columns on(Columns data, double[] logHazard, Draws draws) {
    double[] times = new double[logHazard.length];
    double[] events = new double[logHazard.length];
    for (int row = 0; row < times.length; row++) {
      double time = MEAN_DAYS * Setting.exponential(draws) / StrictMath.exp(logHazard[row]);
      boolean leaves = draws.uniform() < LEAVING_SHARE;
      double end = leaves ? DAYS * draws.uniform() : DAYS;
      events[row] = time <= end ? 1 : 0;
      times[row] = rounded(Math.min(time, end));
    }
    return data.with("time", times).with("event", events);
  }

  private double rounded(double time) {
    return switch (this) {
      case WHOLE_DAYS -> Math.ceil(time);
      case SECONDS -> Math.ceil(time * SECONDS_OF_DAY) / SECONDS_OF_DAY;
    };
  }

  static CensoredTimes times(Columns data) {
    return new CensoredTimes(data.get("time"), data.get("event"));
  }
}
