package org.absentia.statistics.data;

/** Two limits with what lies between; both are {@code NaN} where the data define none. */
public record Interval(double lower, double upper) {

  /** Both limits {@code NaN}: the data do not define one. */
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  /** An interval symmetric about its centre. */
  public static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }

  /** Whether neither limit is {@code NaN}. */
  public boolean defined() {
    return !Double.isNaN(lower) && !Double.isNaN(upper);
  }

  /** Return the confidence level itself if it lies strictly between 0 and 1. */
  public static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("the level must lie between 0 and 1");
    }
    return level;
  }
}
