package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.table.ChiSquare;
import org.ejml.data.DMatrixRMaj;

/**
 * The log-rank family (R {@code survdiff} for LOG_RANK, Stata {@code sts test};
 * contracts/statistics-formulas.md F14).
 */
public record LogRank(Weights weights) {
  /** What the differences of an event time count. */
  public enum Weights {
    /** 1. */
    LOG_RANK,
    /** Gehan and Breslow: how many are at risk. */
    WILCOXON,
    /** The root of how many are at risk. */
    TARONE_WARE,
    /** Peto, Peto and Prentice: the survival of all, a little smaller than Kaplan-Meier's. */
    PETO
  }

  /** Events of a group, and how many were expected if all groups were alike; both unweighted. */
  public record Group(String name, int n, int observed, double expected) {}

  /** The groups in order of levels, and the test. */
  public record Result(List<Group> groups, ChiSquare test, List<String> notes) {
    public Result {
      groups = List.copyOf(groups);
      notes = List.copyOf(notes);
    }
  }

  /** Compares the groups within strata. */
  public Result test(CensoredTimes data, Factor group, Strata strata) {
    RiskSets sets = RiskSets.of(data, strata);
    Sums sums = new Sums(group.levels().size(), codesByPlace(sets, group));
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      sums.add(sets, stratum, weights);
    }
    return result(sums, group);
  }

  private static int[] codesByPlace(RiskSets sets, Factor group) {
    int[] codes = group.codes().array();
    int[] order = sets.order();
    int[] sorted = new int[order.length];
    for (int place = 0; place < sorted.length; place++) {
      sorted[place] = codes[order[place]];
    }
    return sorted;
  }

  private static Result result(Sums sums, Factor group) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < sums.count; i++) {
      groups.add(new Group(group.levels().get(i), sums.n[i], sums.observed[i], sums.expected[i]));
    }
    int differences = Math.max(0, sums.count - 1);
    QuadraticForm form = QuadraticForm.ofSemidefinite(sums.withoutFirst(), sums.scores());
    if (form.rank() == 0) {
      return new Result(
          groups,
          ChiSquare.of(Double.NaN, differences),
          List.of("the groups are never at risk together at an event: there is no test"));
    }
    List<String> notes =
        form.rank() == differences
            ? List.of()
            : List.of("some groups are never compared with others: they have no degree of freedom");
    return new Result(groups, ChiSquare.of(form.value(), form.rank()), notes);
  }

  /** Walks through the strata. */
  private static final class Sums {
    private final int count;
    private final int[] codes;
    private final int[] n;
    private final int[] observed;
    private final double[] expected;
    private final double[] score;
    private final double[][] variance;
    private final int[] atRisk;
    private final int[] events;

    Sums(int count, int... codes) {
      this.count = count;
      this.codes = codes;
      this.n = new int[count];
      this.observed = new int[count];
      this.expected = new double[count];
      this.score = new double[count];
      this.variance = new double[count][count];
      this.atRisk = new int[count];
      this.events = new int[count];
    }

    void add(RiskSets sets, int stratum, Weights weights) {
      double survival = 1;
      for (int moment = sets.end(stratum) - 1; moment >= sets.first(stratum); moment--) {
        enter(sets.start(moment), sets.stop(moment));
      }
      for (int group = 0; group < count; group++) {
        n[group] += atRisk[group];
      }
      for (int moment = sets.first(stratum); moment < sets.end(stratum); moment++) {
        int d = sets.events(moment);
        int all = sets.atRisk(moment, stratum);
        if (d > 0) {
          survival *= 1 - d / (all + 1.0);
          double weight =
              switch (weights) {
                case LOG_RANK -> 1;
                case WILCOXON -> all;
                case TARONE_WARE -> Math.sqrt(all);
                case PETO -> survival;
              };
          count(sets.start(moment), d);
          compare(d, all, weight);
        }
        leave(sets.start(moment), sets.stop(moment));
      }
    }

    private void enter(int from, int to) {
      for (int place = from; place < to; place++) {
        atRisk[codes[place]]++;
      }
    }

    private void leave(int from, int to) {
      for (int place = from; place < to; place++) {
        atRisk[codes[place]]--;
      }
    }

    private void count(int from, int d) {
      for (int place = from; place < from + d; place++) {
        events[codes[place]]++;
      }
    }

    /** Adds one event time. */
    private void compare(int d, double all, double weight) {
      double share = all > 1 ? weight * weight * d * (all - d) / (all - 1) : 0;
      for (int g = 0; g < count; g++) {
        double part = atRisk[g] / all;
        observed[g] += events[g];
        expected[g] += d * part;
        score[g] += weight * (events[g] - d * part);
        events[g] = 0;
        if (share > 0 && part > 0) {
          for (int h = 0; h < g; h++) {
            variance[g][h] -= share * part * atRisk[h] / all;
          }
          variance[g][g] += share * part * (all - atRisk[g]) / all;
        }
      }
    }

    DMatrixRMaj withoutFirst() {
      int p = Math.max(0, count - 1);
      DMatrixRMaj matrix = new DMatrixRMaj(p, p);
      for (int g = 0; g < p; g++) {
        for (int h = 0; h < p; h++) {
          matrix.set(g, h, variance[Math.max(g, h) + 1][Math.min(g, h) + 1]);
        }
      }
      return matrix;
    }

    DMatrixRMaj scores() {
      DMatrixRMaj scores = new DMatrixRMaj(Math.max(0, count - 1), 1);
      for (int g = 0; g < scores.getNumRows(); g++) {
        scores.set(g, score[g + 1]);
      }
      return scores;
    }
  }
}
