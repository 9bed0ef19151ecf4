package org.absentia.statistics.distribution;

/**
 * The binomial distribution to the last digits for any number of trials: by the incomplete beta
 * function (Abramowitz and Stegun 26.5.24) and Loader's form of its probabilities. The one of
 * Commons Statistics loses digits with the number of trials.
 *
 * @param success the probability of success in a trial, between 0 and 1
 * @param failure 1 - success, which the caller may know better than a subtraction would
 */
public record Binomial(int trials, double success, double failure) {
  public Binomial {
    if (trials < 0 || !(success > 0 && failure > 0)) {
      throw new IllegalArgumentException("trials are 0 or more, and either outcome is possible");
    }
  }

  /** The distribution of the number of successes. */
  public static Binomial of(int trials, double success) {
    return new Binomial(trials, success, 1 - success);
  }

  /** The distribution of the number of failures. */
  public Binomial ofFailures() {
    return new Binomial(trials, failure, success);
  }

  /** P(X = k). */
  public double probability(int k) {
    if (k < 0 || k > trials) {
      return 0;
    }
    if (k == 0 || k == trials) {
      return Math.exp(trials * (k == 0 ? log(failure, success) : log(success, failure)));
    }
    double factor = IncompleteBeta.factor(k, trials - k, success, failure);
    return factor / k * trials / (trials - k);
  }

  /** The logarithm of x, of which y is known to be 1 - x. */
  private static double log(double x, double y) {
    return x > y ? Math.log1p(-y) : Math.log(x);
  }

  /** P(X <= k); 0 below 0. */
  public double cumulative(int k) {
    if (k <= 0 || k >= trials) {
      return k >= trials ? 1 : probability(k);
    }
    return IncompleteBeta.of(trials - k, k + 1.0, failure, success);
  }

  /** The smallest k with P(X <= k) larger than a probability below 1. */
  public int smallestAbove(double probability) {
    int low = 0;
    int high = trials;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative(middle) > probability) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
