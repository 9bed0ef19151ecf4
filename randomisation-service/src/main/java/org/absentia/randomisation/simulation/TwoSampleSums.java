package org.absentia.randomisation.simulation;

/** The responses of the first two arms as running means and sums of squares (Welford 1962). */
final class TwoSampleSums {
  private final int[] n = new int[2];
  private final double[] mean = new double[2];
  private final double[] squares = new double[2];

  /** Adds a response; those of further arms are left out. */
  void add(int arm, double response) {
    if (arm > 1) {
      return;
    }
    n[arm]++;
    double delta = response - mean[arm];
    mean[arm] += delta / n[arm];
    squares[arm] += delta * (response - mean[arm]);
  }

  /** Student's two-sided t-test with pooled variance at 5 %; no test where an arm is empty. */
  boolean rejects(TTestCritical critical) {
    int degrees = n[0] + n[1] - 2;
    if (n[0] == 0 || n[1] == 0 || degrees < 1) {
      return false;
    }
    double variance = (squares[0] + squares[1]) / degrees * (1.0 / n[0] + 1.0 / n[1]);
    return Math.abs(mean[0] - mean[1]) > critical.at(degrees) * Math.sqrt(variance);
  }
}
