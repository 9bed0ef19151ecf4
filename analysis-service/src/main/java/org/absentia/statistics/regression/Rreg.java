package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Median;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;
import org.absentia.statistics.regression.RobustRegression.Iteration;
import org.absentia.statistics.regression.RobustRegression.Phase;
import org.absentia.statistics.regression.RobustRegression.Pseudovalues;

/** The steps of F8, in the order of their numbers there. */
final class Rreg {
  private static final int MOST_STEPS = 1000;
  private static final double NORMAL_MEDIAN = 0.6745;

  private final RobustRegression model;
  private final double cut;
  private final List<Iteration> iterations = new ArrayList<>();
  private final Steps steps = Steps.untilSettled("reweightings");

  Rreg(RobustRegression model) {
    this.model = model;
    this.cut = 4.685 * (model.tune() / 7) / NORMAL_MEDIAN;
  }

  RobustRegression.Fit fit(Design all, Vector response) {
    Regressed regressed = Regressed.of(all, response);
    int[] dropped = regressed.farByCook();
    if (dropped.length > 0) {
      regressed = regressed.without(dropped);
    }
    double[] weights = new double[regressed.n()];
    Arrays.fill(weights, 1);
    double toleranceOfHuber = 5 * model.tolerance();
    reweight(Phase.HUBER, regressed, weights, toleranceOfHuber, MOST_STEPS - 1);
    boolean converged = last().largestWeightChange() <= toleranceOfHuber;
    double m = reweight(Phase.BIWEIGHT, regressed, weights, model.tolerance(), MOST_STEPS);
    converged &= last().largestWeightChange() <= model.tolerance();
    return result(regressed, new Settled(Vector.of(weights), m, converged), dropped);
  }

  /** Residuals below this are the rounding of an exact fit. */
  static double tiny(Vector y) {
    double centre = Median.of(y.array());
    double largest = 0;
    for (double v : y.array()) {
      largest = Math.max(largest, Math.abs(v - centre));
    }
    return 8 * Math.ulp(1.0) * largest;
  }

  /**
   * A response on a design, to be fitted with one set of weights after another.
   *
   * @param tiny what counts as rounding among its residuals
   */
  private record Regressed(
      Design design, Vector response, LeastSquares decomposition, Reweighted fit, double tiny) {

    static Regressed of(Design design, Vector response) {
      LeastSquares decomposition = LeastSquares.of(design.values());
      Reweighted fit = new Reweighted(design.only(decomposition.kept()), decomposition, response);
      return new Regressed(design, response, decomposition, fit, Rreg.tiny(response));
    }

    int n() {
      return design.n();
    }

    /** The rows whose Cook's distance is above 1. */
    int[] farByCook() {
      int p = decomposition.rank();
      double[] leverages = fit.leverages();
      double[] e = fit.residuals();
      double variance = Arrays.stream(e).map(x -> x * x).sum() / (e.length - p);
      return IntStream.range(0, e.length)
          .filter(
              row -> {
                double rest = 1 - leverages[row];
                return variance > tiny * tiny
                    && rest >= Sandwich.LEVERAGE_ONE
                    && e[row] * e[row] * leverages[row] > p * variance * rest * rest;
              })
          .toArray();
    }

    Regressed without(int[] dropped) {
      int[] rows =
          IntStream.range(0, n()).filter(i -> Arrays.binarySearch(dropped, i) < 0).toArray();
      double[] picked = Arrays.stream(rows).mapToDouble(response::at).toArray();
      return of(design.rows(rows), Vector.of(picked));
    }

    /** med|e - med e|, but never less than rounding, and never 0. */
    double deviation() {
      return Math.max(
          fit.medianDeviation(Median.of(fit.residuals())), Math.max(tiny, Double.MIN_NORMAL));
    }
  }

  /**
   * Where the reweightings ended.
   *
   * @param deviation of the residuals from which the last weights come
   */
  private record Settled(Vector weights, double deviation, boolean converged) {}

  private Iteration last() {
    return iterations.getLast();
  }

  /** Fits until no weight changes by more than a tolerance; returns the last deviation. */
  private double reweight(
      Phase phase, Regressed regressed, double[] weights, double tolerance, int mostSteps) {
    double m;
    do {
      m = regressed.deviation();
      double change = 0;
      double[] e = regressed.fit().residuals();
      for (int row = 0; row < weights.length; row++) {
        double weight = weight(phase, e[row], m);
        change = Math.max(change, Math.abs(weight - weights[row]));
        weights[row] = weight;
      }
      iterations.add(new Iteration(phase, change));
      steps.done(1);
      regressed.fit().fit(weights);
    } while (last().largestWeightChange() > tolerance && iterations.size() < mostSteps);
    return m;
  }

  /** How much a residual counts beside a median deviation. */
  private double weight(Phase phase, double residual, double deviation) {
    return switch (phase) {
      case HUBER -> {
        double size = Math.abs(residual);
        yield size <= 2 * deviation ? 1 : 2 * deviation / size;
      }
      case BIWEIGHT -> {
        double u = residual / (cut * deviation);
        double rest = 1 - u * u;
        yield rest > 0 ? rest * rest : 0;
      }
    };
  }

  private RobustRegression.Fit result(Regressed regressed, Settled end, int[] dropped) {
    LinearRegression.Fit pseudo =
        new LinearRegression(CovarianceType.CLASSICAL, model.level())
            .fit(regressed.design(), regressed.decomposition(), pseudovalues(regressed, end));
    double scale = end.deviation() <= regressed.tiny() ? 0 : end.deviation() / NORMAL_MEDIAN;
    return new RobustRegression.Fit(
        pseudo.design(),
        pseudo.table(),
        ofAllRows(end.weights(), dropped),
        Indexes.of(dropped),
        end.converged(),
        iterations,
        scale,
        Optional.of(new Pseudovalues(pseudo.sigma(), pseudo.rSquared(), pseudo.f())),
        notes(RobustRegression.notes(pseudo.notes(), end.converged(), scale), end.weights()));
  }

  private static List<String> notes(List<String> known, Vector weights) {
    if (Arrays.stream(weights.array()).anyMatch(w -> w > 0)) {
      return known;
    }
    List<String> notes = new ArrayList<>(known);
    notes.add("no row has weight any more, since tune is too small: there is no estimate");
    return notes;
  }

  private static Vector ofAllRows(Vector weights, int[] dropped) {
    double[] ofAll = new double[weights.size() + dropped.length];
    int next = 0;
    for (int row = 0; row < ofAll.length; row++) {
      ofAll[row] = Arrays.binarySearch(dropped, row) < 0 ? weights.at(next++) : Double.NaN;
    }
    return Vector.of(ofAll);
  }

  /** Xb + (lambda/m) w e. */
  private Vector pseudovalues(Regressed regressed, Settled end) {
    double[] e = regressed.fit().residuals();
    double slopes = 0;
    int positive = 0;
    for (int row = 0; row < e.length; row++) {
      double u = e[row] / (cut * end.deviation());
      slopes += Math.abs(u) < 1 ? (1 - u * u) * (1 - 5 * u * u) : 0;
      positive += end.weights().at(row) > 0 ? 1 : 0;
    }
    double m = slopes / e.length;
    double p = regressed.decomposition().rank();
    double factor = (1 + p / positive * (1 - m) / m) / m;
    double[] pseudo = new double[e.length];
    for (int row = 0; row < pseudo.length; row++) {
      pseudo[row] = regressed.response().at(row) - e[row] + factor * end.weights().at(row) * e[row];
    }
    return Vector.of(pseudo);
  }
}
