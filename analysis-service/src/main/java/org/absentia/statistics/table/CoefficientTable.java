package org.absentia.statistics.table;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.distribution.NullDistribution;
import org.absentia.statistics.distribution.StandardNormal;
import org.ejml.data.DMatrixRMaj;

/**
 * The estimates of a model.
 *
 * @param covariance of the estimates, in the order of the table
 * @param degreesOfFreedom of t; empty where the statistics are normal
 */
public record CoefficientTable(
    List<Coefficient> coefficients, DMatrixRMaj covariance, OptionalDouble degreesOfFreedom) {
  public CoefficientTable {
    coefficients = List.copyOf(coefficients);
    if (covariance.getNumRows() != coefficients.size()) {
      throw new IllegalArgumentException("a row of the covariance for each coefficient");
    }
  }

  /** A table by t with some degrees of freedom; with none nothing but the estimates is defined. */
  public static CoefficientTable byT(
      List<String> terms,
      double[] estimates,
      DMatrixRMaj covariance,
      double degreesOfFreedom,
      double level) {
    return new CoefficientTable(
        degreesOfFreedom > 0
            ? rows(
                terms,
                estimates,
                covariance,
                NullDistribution.of(OptionalDouble.of(degreesOfFreedom)),
                level)
            : bare(terms, estimates),
        covariance,
        OptionalDouble.of(degreesOfFreedom));
  }

  /** A table by the normal distribution. */
  public static CoefficientTable byZ(
      List<String> terms, double[] estimates, DMatrixRMaj covariance, double level) {
    return new CoefficientTable(
        rows(terms, estimates, covariance, new StandardNormal(), level),
        covariance,
        OptionalDouble.empty());
  }

  private static List<Coefficient> rows(
      List<String> terms,
      double[] estimates,
      DMatrixRMaj covariance,
      NullDistribution distribution,
      double level) {
    double quantile = distribution.within(level);
    return IntStream.range(0, estimates.length)
        .mapToObj(
            i ->
                row(
                    terms.get(i),
                    estimates[i],
                    Math.sqrt(covariance.get(i, i)),
                    distribution,
                    quantile))
        .toList();
  }

  /** One row; where the standard error is 0 or undefined so is the test. */
  public static Coefficient row(
      String term,
      double estimate,
      double standardError,
      NullDistribution distribution,
      double quantile) {
    if (!(standardError > 0)) {
      return new Coefficient(
          term, estimate, standardError, Double.NaN, Double.NaN, Interval.UNDEFINED);
    }
    double statistic = estimate / standardError;
    return new Coefficient(
        term,
        estimate,
        standardError,
        statistic,
        distribution.twoSided(statistic),
        Interval.around(estimate, quantile * standardError));
  }

  private static List<Coefficient> bare(List<String> terms, double[] estimates) {
    return IntStream.range(0, estimates.length)
        .mapToObj(
            i ->
                new Coefficient(
                    terms.get(i),
                    estimates[i],
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Interval.UNDEFINED))
        .toList();
  }

  /** The estimates in order. */
  public double[] estimates() {
    return coefficients.stream().mapToDouble(Coefficient::estimate).toArray();
  }
}
