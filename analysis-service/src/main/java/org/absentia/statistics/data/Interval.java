package org.absentia.statistics.data;

/** Two limits with what lies between; both are {@code NaN} where the data define none. */
public record Interval(double lower, double upper) {

  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  public static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }

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
