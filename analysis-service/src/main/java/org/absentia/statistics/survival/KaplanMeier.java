package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.distribution.StandardNormal;
import org.absentia.statistics.survival.SurvivalCurve.Median;
import org.absentia.statistics.survival.SurvivalCurve.RestrictedMean;
import org.absentia.statistics.survival.SurvivalCurve.Steps;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;

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
    StandardNormal normal = new StandardNormal();
    double quantile = normal.within(level);
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
    Walk walk = new Walk(sets.end(group) - first);
    for (int i = 0; i < walk.times.length; i++) {
      int moment = first + i;
      walk.times[i] = sets.time(moment);
      walk.atRisk[i] = sets.atRisk(moment, group);
      walk.events[i] = sets.events(moment);
      walk.censored[i] = sets.stop(moment) - sets.start(moment) - walk.events[i];
      if (i > 0 && walk.events[i] == 0) {
        walk.repeat(i);
      } else {
        walk.step(i);
      }
    }
    Steps steps = walk.steps();
    int events = (int) Arrays.stream(walk.events).sum();
    return new SurvivalCurve(name, count(steps), events, steps, median(steps), mean(steps));
  }

  /** Goes along the times of one group. */
  private final class Walk {
    private final double quantile = new StandardNormal().within(level);
    private final double[] times;
    private final double[] atRisk;
    private final double[] events;
    private final double[] censored;
    private final double[] survival;
    private final double[] error;
    private final double[] lower;
    private final double[] upper;
    private double product = 1;
    private double sum;

    Walk(int size) {
      this.times = new double[size];
      this.atRisk = new double[size];
      this.events = new double[size];
      this.censored = new double[size];
      this.survival = new double[size];
      this.error = new double[size];
      this.lower = new double[size];
      this.upper = new double[size];
    }

    void step(int i) {
      double left = atRisk[i] - events[i];
      product *= left / atRisk[i];
      sum += events[i] / (atRisk[i] * left);
      survival[i] = product;
      error[i] = product > 0 ? product * Math.sqrt(sum) : Double.NaN;
      lower[i] = limit(product, error[i], -quantile);
      upper[i] = limit(product, error[i], quantile);
    }

    void repeat(int i) {
      survival[i] = survival[i - 1];
      error[i] = error[i - 1];
      lower[i] = lower[i - 1];
      upper[i] = upper[i - 1];
    }

    Steps steps() {
      return new Steps(
          Vector.of(times),
          Vector.of(atRisk),
          Vector.of(events),
          Vector.of(censored),
          Vector.of(survival),
          Vector.of(error),
          Vector.of(lower),
          Vector.of(upper));
    }
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
