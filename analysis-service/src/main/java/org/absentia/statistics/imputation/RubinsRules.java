package org.absentia.statistics.imputation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.distribution.NullDistribution;
import org.absentia.statistics.imputation.PooledCoefficient.ByT;
import org.ejml.data.DMatrixRMaj;

/**
 * Pools the fits to completed data sets (Rubin 1987; Barnard and Rubin 1999; R mice {@code pool},
 * Stata {@code mi estimate}). See contracts/statistics-formulas.md F11.
 *
 * @param completeDegreesOfFreedom those of the model if nothing were missing; infinite where its
 *     statistics are normal
 */
public record RubinsRules(double completeDegreesOfFreedom, double level) {
  public RubinsRules {
    Interval.requireLevel(level);
    if (!(completeDegreesOfFreedom > 0)) {
      throw new IllegalArgumentException("complete degrees of freedom must be positive");
    }
  }

  /**
   * The pooled fits.
   *
   * @param covariance the total covariance W + (1 + 1/m) B of the estimates
   */
  public record Pooled(
      List<PooledCoefficient> coefficients,
      DMatrixRMaj covariance,
      Spread spread,
      List<String> notes) {
    public Pooled {
      coefficients = List.copyOf(coefficients);
      notes = List.copyOf(notes);
    }

    /** Tests that the coefficients at some places are all 0. */
    public JointTest test(List<Integer> places) {
      Spread some = spread.only(places);
      return JointTest.of(some.mean.values().array(), some.within(), some.between, some.m);
    }
  }

  /** Mean estimates with mean covariance, and the covariance of the estimates between m fits. */
  public record Spread(Estimates mean, DMatrixRMaj between, int m) {
    DMatrixRMaj within() {
      return mean.covariance();
    }

    Spread only(List<Integer> places) {
      Estimates of = new Estimates(mean.terms(), mean.values(), between).only(places);
      return new Spread(mean.only(places), of.covariance(), m);
    }
  }

  /**
   * Pools fits of the same terms.
   *
   * @param fits at least one
   */
  public Pooled pool(List<Estimates> fits) {
    Spread spread = spread(fits);
    DMatrixRMaj total = spread.within().copy();
    for (int i = 0; i < total.data.length; i++) {
      total.data[i] += (1 + 1.0 / spread.m) * spread.between.data[i];
    }
    List<PooledCoefficient> coefficients =
        IntStream.range(0, spread.mean.terms().size()).mapToObj(i -> pooled(spread, i)).toList();
    return new Pooled(coefficients, total, spread, notes(spread));
  }

  private static List<String> notes(Spread spread) {
    List<String> notes = new ArrayList<>();
    if (spread.m == 1) {
      notes.add("one fit tells nothing about the variance between imputations");
    }
    for (int i = 0; i < spread.mean.terms().size() && spread.m > 1; i++) {
      if (spread.between.get(i, i) == 0) {
        notes.add(spread.mean.terms().get(i) + " is the same in every imputation");
      } else if (spread.within().get(i, i) == 0) {
        notes.add(spread.mean.terms().get(i) + " has no variance within imputations");
      }
    }
    return notes;
  }

  private static Spread spread(List<Estimates> fits) {
    int m = fits.size();
    int k = fits.getFirst().terms().size();
    double[] mean = new double[k];
    DMatrixRMaj within = new DMatrixRMaj(k, k);
    for (int i = 0; i < k; i++) {
      mean[i] = mean(fits, i);
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (Estimates fit : fits) {
          sum += fit.covariance().get(i, j);
        }
        within.set(i, j, sum / m);
      }
    }
    DMatrixRMaj between = new DMatrixRMaj(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (Estimates fit : fits) {
          sum += (fit.values().at(i) - mean[i]) * (fit.values().at(j) - mean[j]);
        }
        between.set(i, j, sum / (m - 1)); // 0/0 of one fit
      }
    }
    Estimates means = new Estimates(fits.getFirst().terms(), Vector.of(mean), within);
    return new Spread(means, between, m);
  }

  /** The mean by differences from the first fit, so that equal estimates have variance 0. */
  private static double mean(List<Estimates> fits, int place) {
    double first = fits.getFirst().values().at(place);
    double sum = 0;
    for (Estimates fit : fits) {
      sum += fit.values().at(place) - first;
    }
    return first + sum / fits.size();
  }

  private PooledCoefficient pooled(Spread spread, int place) {
    double estimate = spread.mean.values().at(place);
    double within = spread.within().get(place, place);
    double between = spread.between.get(place, place);
    double extra = (1 + 1.0 / spread.m) * between;
    double total = within + extra;
    double r = extra / within;
    double share = extra / total;
    double rubin = (spread.m - 1) / (share * share);
    double error = Math.sqrt(total);
    return new PooledCoefficient(
        spread.mean.terms().get(place),
        estimate,
        error,
        error > 0 ? estimate / error : Double.NaN,
        within,
        between,
        total,
        r,
        byT(estimate, error, r, small(rubin, share)),
        byT(estimate, error, r, rubin));
  }

  /** Barnard and Rubin's degrees of freedom out of Rubin's. */
  private double small(double rubin, double share) {
    double d = completeDegreesOfFreedom;
    if (Double.isInfinite(d)) {
      return rubin;
    }
    double observed = (d + 1) / (d + 3) * d * (1 - share);
    return Double.isInfinite(rubin) ? observed : rubin / (rubin + observed) * observed;
  }

  private ByT byT(double estimate, double error, double r, double df) {
    if (!(error > 0) || !(df > 0)) {
      return new ByT(df, Double.NaN, Interval.UNDEFINED, Double.NaN);
    }
    NullDistribution t = NullDistribution.of(OptionalDouble.of(df));
    return new ByT(
        df,
        t.twoSided(estimate / error),
        Interval.around(estimate, t.within(level) * error),
        (r + 2 / (df + 3)) / (r + 1));
  }
}
