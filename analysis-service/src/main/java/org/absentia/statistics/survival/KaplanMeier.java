package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.survival.SurvivalCurve.Median;
import org.absentia.statistics.survival.SurvivalCurve.RestrictedMean;
import org.absentia.statistics.survival.SurvivalCurve.Steps;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The product-limit estimate with Greenwood's standard error (R {@code survfit}, Stata {@code sts
 * list}; contracts/statistics-formulas.md F13).
 *
 * @param tau up to where the restricted mean goes; by default to the largest time of a group
 */
public record KaplanMeier(IntervalType intervalType, double level, OptionalDouble tau) {
  private static final double ROOM = 1e-12;

  /** The scale on which limits are symmetric; LOG_LOG is Stata's, LOG is R's. */
  public enum IntervalType {
    LOG_LOG,
    LOG,
    PLAIN
  }

  public KaplanMeier {
    Interval.requireLevel(level);
  }

  /** The curves of groups in order, or of all. */
  public List<SurvivalCurve> estimate(CensoredTimes data, Optional<Factor> groups) {
    RiskSets sets =
        groups
            .map(group -> RiskSets.of(data, group.codes(), group.levels().size()))
            .orElseGet(() -> RiskSets.of(data, Strata.none(data.n())));
    List<SurvivalCurve> curves = new ArrayList<>();
    for (int i = 0; i < sets.count(); i++) {
      int place = i;
      curves.add(curve(sets, i, groups.map(group -> group.levels().get(place))));
    }
    return curves;
  }

  /**
   * The restricted mean of every further curve minus the first one's, each with its test against 0;
   * the term is the group's name.
   */
  public List<Coefficient> differences(List<SurvivalCurve> curves) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double quantile = normal.inverseSurvivalProbability((1 - level) / 2);
    List<Coefficient> differences = new ArrayList<>();
    for (int i = 1; i < curves.size(); i++) {
      RestrictedMean first = curves.getFirst().restrictedMean();
      RestrictedMean other = curves.get(i).restrictedMean();
      differences.add(
          CoefficientTable.row(
              curves.get(i).group().orElseThrow(),
              other.value() - first.value(),
              Math.hypot(other.standardError(), first.standardError()),
              normal,
              quantile));
    }
    return differences;
  }

  private SurvivalCurve curve(RiskSets sets, int group, Optional<String> name) {
    int first = sets.first(group);
    int size = sets.end(group) - first;
    double[][] columns = new double[8][size];
    double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    double survival = 1;
    double sum = 0;
    int events = 0;
    for (int i = 0; i < size; i++) {
      int moment = first + i;
      double n = sets.atRisk(moment, group);
      double d = sets.events(moment);
      columns[0][i] = sets.time(moment);
      columns[1][i] = n;
      columns[2][i] = d;
      columns[3][i] = sets.stop(moment) - sets.start(moment) - d;
      if (d == 0 && i > 0) {
        for (int column = 4; column < 8; column++) {
          columns[column][i] = columns[column][i - 1];
        }
        continue;
      }
      survival *= (n - d) / n;
      sum += d / (n * (n - d));
      events += (int) d;
      double error = survival > 0 ? survival * Math.sqrt(sum) : Double.NaN;
      columns[4][i] = survival;
      columns[5][i] = error;
      columns[6][i] = limit(survival, error, -quantile);
      columns[7][i] = limit(survival, error, quantile);
    }
    Steps steps = steps(columns);
    return new SurvivalCurve(name, count(steps), events, steps, median(steps), mean(steps));
  }

  private static Steps steps(double[]... columns) {
    Vector[] vectors = Arrays.stream(columns).map(Vector::of).toArray(Vector[]::new);
    return new Steps(
        vectors[0], vectors[1], vectors[2], vectors[3], vectors[4], vectors[5], vectors[6],
        vectors[7]);
  }

  private static int count(Steps steps) {
    return steps.size() == 0 ? 0 : (int) steps.atRisk().at(0);
  }

  private double limit(double survival, double error, double quantile) {
    if (survival == 1) {
      return 1;
    }
    double limit =
        switch (intervalType) {
          case PLAIN -> survival + quantile * error;
          case LOG -> survival * Math.exp(quantile * error / survival);
          case LOG_LOG -> {
            double logarithm = Math.log(survival);
            yield Math.exp(logarithm * Math.exp(-quantile * error / (survival * -logarithm)));
          }
        };
    return Math.clamp(limit, 0, 1);
  }

  private static Median median(Steps steps) {
    return new Median(
        firstAtMostHalf(steps, steps.survival()),
        firstAtMostHalf(steps, steps.lower()),
        firstAtMostHalf(steps, steps.upper()));
  }

  private static double firstAtMostHalf(Steps steps, Vector curve) {
    for (int i = 0; i < steps.size(); i++) {
      if (curve.at(i) <= 0.5 + ROOM) {
        return steps.times().at(i);
      }
    }
    return Double.NaN;
  }

  /** Beyond the last time the curve is known only if it has come down to 0. */
  private RestrictedMean mean(Steps steps) {
    int last = steps.size() - 1;
    if (last < 0) {
      return new RestrictedMean(Double.NaN, Double.NaN, tau.orElse(Double.NaN));
    }
    double end = tau.orElse(steps.times().at(last));
    if (end > steps.times().at(last) && steps.survival().at(last) > 0) {
      return new RestrictedMean(Double.NaN, Double.NaN, end);
    }
    double area = 0;
    double variance = 0;
    double right = end;
    for (int i = last; i >= 0; i--) {
      double left = steps.times().at(i);
      if (left >= end) {
        continue;
      }
      double n = steps.atRisk().at(i);
      double d = steps.events().at(i);
      area += steps.survival().at(i) * (right - left);
      variance += n > d ? area * area * d / (n * (n - d)) : 0;
      right = left;
    }
    return new RestrictedMean(area + right, Math.sqrt(variance), end);
  }
}
