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
    LeastSquares decomposition = LeastSquares.of(all.values());
    Reweighted fit = new Reweighted(all.only(decomposition.kept()), decomposition, response);
    int[] dropped = farByCook(fit, decomposition.rank(), tiny(response));
    Design design = all;
    Vector y = response;
    if (dropped.length > 0) {
      int[] rows =
          IntStream.range(0, all.n()).filter(i -> Arrays.binarySearch(dropped, i) < 0).toArray();
      design = all.rows(rows);
      y = picked(response, rows);
      decomposition = LeastSquares.of(design.values());
      fit = new Reweighted(design.only(decomposition.kept()), decomposition, y);
    }
    double[] weights = new double[design.n()];
    Arrays.fill(weights, 1);
    double tiny = tiny(y);
    boolean converged = huber(fit, weights, tiny);
    double m = biweight(fit, weights, tiny);
    converged &= last().largestWeightChange() <= model.tolerance();
    return result(all, design, decomposition, y, fit, weights, m, tiny, dropped, converged);
  }

  private static Vector picked(Vector values, int[] rows) {
    return Vector.of(Arrays.stream(rows).mapToDouble(values::at).toArray());
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

  private static int[] farByCook(Reweighted fit, int p, double tiny) {
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

  private Iteration last() {
    return iterations.getLast();
  }

  private boolean huber(Reweighted fit, double[] weights, double tiny) {
    double tolerance = 5 * model.tolerance();
    do {
      double m = deviation(fit, tiny);
      double change = 0;
      double[] e = fit.residuals();
      for (int row = 0; row < weights.length; row++) {
        double size = Math.abs(e[row]);
        double weight = size <= 2 * m ? 1 : 2 * m / size;
        change = Math.max(change, Math.abs(weight - weights[row]));
        weights[row] = weight;
      }
      iterations.add(new Iteration(Phase.HUBER, change));
      steps.done(1);
      fit.fit(weights);
    } while (last().largestWeightChange() > tolerance && iterations.size() < MOST_STEPS - 1);
    return last().largestWeightChange() <= tolerance;
  }

  /** Returns the deviation behind the last weights. */
  private double biweight(Reweighted fit, double[] weights, double tiny) {
    double m;
    do {
      m = deviation(fit, tiny);
      double change = 0;
      double[] e = fit.residuals();
      for (int row = 0; row < weights.length; row++) {
        double u = e[row] / (cut * m);
        double rest = 1 - u * u;
        double weight = rest > 0 ? rest * rest : 0;
        change = Math.max(change, Math.abs(weight - weights[row]));
        weights[row] = weight;
      }
      iterations.add(new Iteration(Phase.BIWEIGHT, change));
      steps.done(1);
      fit.fit(weights);
    } while (last().largestWeightChange() > model.tolerance() && iterations.size() < MOST_STEPS);
    return m;
  }

  /** med|e - med e|, but never less than rounding, and never 0. */
  private static double deviation(Reweighted fit, double tiny) {
    return Math.max(
        fit.medianDeviation(Median.of(fit.residuals())), Math.max(tiny, Double.MIN_NORMAL));
  }

  private RobustRegression.Fit result(
      Design all,
      Design design,
      LeastSquares decomposition,
      Vector y,
      Reweighted fit,
      double[] weights,
      double m,
      double tiny,
      int[] dropped,
      boolean converged) {
    LinearRegression.Fit pseudo =
        new LinearRegression(CovarianceType.CLASSICAL, model.level())
            .fit(design, decomposition, pseudovalues(fit, weights, y, m, decomposition.rank()));
    double scale = m <= tiny ? 0 : m / NORMAL_MEDIAN;
    double[] all2 = new double[all.n()];
    int next = 0;
    for (int row = 0; row < all2.length; row++) {
      all2[row] = Arrays.binarySearch(dropped, row) < 0 ? weights[next++] : Double.NaN;
    }
    return new RobustRegression.Fit(
        pseudo.design(),
        pseudo.table(),
        Vector.of(all2),
        Indexes.of(dropped),
        converged,
        iterations,
        scale,
        Optional.of(new Pseudovalues(pseudo.sigma(), pseudo.rSquared(), pseudo.f())),
        notes(pseudo.notes(), converged, scale, weights));
  }

  private static List<String> notes(
      List<String> ofFit, boolean converged, double scale, double[] weights) {
    List<String> notes = new ArrayList<>(RobustRegression.notes(ofFit, converged, scale));
    if (Arrays.stream(weights).noneMatch(w -> w > 0)) {
      notes.add("no row has weight any more, since tune is too small: there is no estimate");
    }
    return notes;
  }

  /** Xb + (lambda/m) w e. */
  private Vector pseudovalues(Reweighted fit, double[] weights, Vector y, double deviation, int p) {
    double[] e = fit.residuals();
    double slopes = 0;
    int positive = 0;
    for (int row = 0; row < e.length; row++) {
      double u = e[row] / (cut * deviation);
      slopes += Math.abs(u) < 1 ? (1 - u * u) * (1 - 5 * u * u) : 0;
      positive += weights[row] > 0 ? 1 : 0;
    }
    double m = slopes / e.length;
    double factor = (1 + (double) p / positive * (1 - m) / m) / m;
    double[] pseudo = new double[e.length];
    for (int row = 0; row < pseudo.length; row++) {
      pseudo[row] = y.at(row) - e[row] + factor * weights[row] * e[row];
    }
    return Vector.of(pseudo);
  }
}
