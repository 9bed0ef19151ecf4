package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.linalg.LeastSquares;

/**
 * The columns of a design in the order of the risk sets, centred within strata and scaled to mean
 * square 1. Only who is at risk at some event counts for centre and scale: nobody else has a part
 * in the likelihood. A column that does not vary within strata has no part in it either.
 */
final class Covariates {
  private final Design design;
  private final RiskSets sets;
  private final double[] values;
  private final double[] scales;
  private final double[][] centres;
  private final int[] kept;
  private final boolean delicate;

  private Covariates(Design all, RiskSets sets, int[] candidates) {
    this.sets = sets;
    List<Integer> places = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    List<double[]> means = new ArrayList<>();
    double[] found = new double[all.p()];
    boolean offset = false;
    for (int candidate : candidates) {
      double[] column = sorted(all.columns().get(candidate).values().array(), sets);
      double length = length(column, sets);
      double[] centre = centred(column, sets);
      double left = length(column, sets);
      if (left > LeastSquares.COLLINEAR * length) {
        found[places.size()] = scaled(column, left / Math.sqrt(atRisk(sets)));
        offset |= left < 1e-6 * length;
        places.add(candidate);
        columns.add(column);
        means.add(centre);
      }
    }
    this.kept = places.stream().mapToInt(Integer::intValue).toArray();
    this.design = all.only(kept);
    this.scales = Arrays.copyOf(found, kept.length);
    this.centres = means.toArray(double[][]::new);
    this.values = interleaved(columns, sets.n());
    this.delicate = offset;
  }

  /** All columns that vary. */
  static Covariates of(Design design, RiskSets sets) {
    return new Covariates(design, sets, StableOrder.places(design.p()));
  }

  /** Without the columns that earlier ones explain. */
  Covariates independent(Design all) {
    List<double[]> basis = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int covariate = 0; covariate < p(); covariate++) {
      double[] column = sorted(all.columns().get(kept[covariate]).values().array(), sets);
      double length = length(column, sets);
      centred(column, sets);
      for (int pass = 0; pass < 2; pass++) {
        basis.forEach(direction -> project(column, direction));
      }
      double left = length(column, sets);
      if (left > LeastSquares.COLLINEAR * length) {
        scaled(column, left);
        basis.add(column);
        places.add(kept[covariate]);
      }
    }
    return new Covariates(all, sets, places.stream().mapToInt(Integer::intValue).toArray());
  }

  private void project(double[] column, double[] direction) {
    double dot = 0;
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      for (int place = from(sets, stratum); place < to(sets, stratum); place++) {
        dot += column[place] * direction[place];
      }
    }
    for (int place = 0; place < column.length; place++) {
      column[place] -= dot * direction[place];
    }
  }

  private static double[] sorted(double[] column, RiskSets sets) {
    int[] order = sets.order();
    double[] sorted = new double[order.length];
    for (int place = 0; place < sorted.length; place++) {
      sorted[place] = column[order[place]];
    }
    return sorted;
  }

  private static int from(RiskSets sets, int stratum) {
    int moment = sets.firstEvent(stratum);
    return moment == sets.moments() ? sets.n() : sets.start(moment);
  }

  private static int to(RiskSets sets, int stratum) {
    return sets.end(stratum) == 0 ? 0 : sets.stop(sets.end(stratum) - 1);
  }

  private static int atRisk(RiskSets sets) {
    int count = 0;
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      count += Math.max(0, to(sets, stratum) - from(sets, stratum));
    }
    return count;
  }

  private static double length(double[] column, RiskSets sets) {
    double largest = 0;
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      for (int place = from(sets, stratum); place < to(sets, stratum); place++) {
        largest = Math.max(largest, Math.abs(column[place]));
      }
    }
    double sum = 0;
    for (int stratum = 0; largest > 0 && stratum < sets.count(); stratum++) {
      for (int place = from(sets, stratum); place < to(sets, stratum); place++) {
        double share = column[place] / largest;
        sum += share * share;
      }
    }
    return largest * Math.sqrt(sum);
  }

  /** Subtracts the mean of each stratum, and what a second pass still finds. */
  private static double[] centred(double[] column, RiskSets sets) {
    double[] centres = new double[sets.count()];
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      int from = from(sets, stratum);
      int to = to(sets, stratum);
      for (int pass = 0; pass < 2 && from < to; pass++) {
        double sum = 0;
        for (int place = from; place < to; place++) {
          sum += column[place];
        }
        double mean = sum / (to - from);
        centres[stratum] += mean;
        for (int place = sets.start(sets.first(stratum)); place < to; place++) {
          column[place] -= mean;
        }
      }
    }
    return centres;
  }

  private static double scaled(double[] column, double scale) {
    for (int place = 0; place < column.length; place++) {
      column[place] /= scale;
    }
    return scale;
  }

  private static double[] interleaved(List<double[]> columns, int n) {
    int p = columns.size();
    double[] values = new double[Math.multiplyExact(n, p)];
    for (int covariate = 0; covariate < p; covariate++) {
      double[] column = columns.get(covariate);
      for (int place = 0; place < n; place++) {
        values[place * p + covariate] = column[place];
      }
    }
    return values;
  }

  /** The columns that are kept, as they were. */
  Design design() {
    return design;
  }

  /** The places of the kept columns in the whole design. */
  int[] kept() {
    return kept;
  }

  int p() {
    return kept.length;
  }

  /** The p numbers of each place one after another; not to be written to. */
  double[] values() {
    return values;
  }

  /** One unit of a scaled column in units of the column as it was. */
  double scale(int covariate) {
    return scales[covariate];
  }

  double centre(int covariate, int stratum) {
    return centres[covariate][stratum];
  }

  /**
   * Tells whether a column varies so little about its mean that rounding could hide collinearity.
   */
  boolean isDelicate() {
    return delicate;
  }
}
