package org.absentia.statistics.survival;

/**
 * The share of pairs in which who had the event earlier had the larger linear predictor, equal ones
 * counting half (Harrell's C): O(n log n) by a binary indexed tree over the ranks of predictors.
 */
final class Concordance {
  private final double[] tree;
  private double concordant;
  private double tied;
  private double pairs;
  private double inside;

  private Concordance(int n) {
    this.tree = new double[n + 1];
  }

  /** Pairs of one stratum only, each weighing the product of its weights. */
  static double of(FittedLikelihood fitted) {
    RiskSets sets = fitted.sets();
    double[] weights = fitted.likelihood().weights();
    double concordant = 0;
    double tied = 0;
    double pairs = 0;
    int[] ranks = new int[sets.n()];
    int[] sizes = ranks(fitted, ranks);
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      Concordance sums = new Concordance(sizes[stratum]);
      sums.walk(sets, stratum, ranks, weights);
      concordant += sums.concordant;
      tied += sums.tied;
      pairs += sums.pairs;
    }
    return pairs > 0 ? (concordant + tied / 2) / pairs : Double.NaN;
  }

  /** Dense ranks within strata from 1 on; returns how many each stratum has. */
  private static int[] ranks(FittedLikelihood fitted, int... ranks) {
    RiskSets sets = fitted.sets();
    double[] predictors = fitted.predictors();
    int[] strata = new int[sets.n()];
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      for (int moment = sets.first(stratum); moment < sets.end(stratum); moment++) {
        java.util.Arrays.fill(strata, sets.start(moment), sets.stop(moment), stratum);
      }
    }
    int[] order = StableOrder.by(predictors, StableOrder.places(sets.n()));
    order = sets.count() > 1 ? StableOrder.by(strata, sets.count(), order) : order;
    int[] sizes = new int[sets.count()];
    for (int i = 0; i < order.length; i++) {
      int stratum = strata[order[i]];
      boolean same =
          i > 0
              && strata[order[i - 1]] == stratum
              && predictors[order[i - 1]] == predictors[order[i]];
      sizes[stratum] += same ? 0 : 1;
      ranks[order[i]] = sizes[stratum];
    }
    return sizes;
  }

  /** From the latest moment on; who is in the tree lasted longer. */
  private void walk(RiskSets sets, int stratum, int[] ranks, double[] weights) {
    int firstEvent = sets.firstEvent(stratum);
    for (int moment = sets.end(stratum) - 1; moment >= firstEvent; moment--) {
      int events = sets.start(moment) + sets.events(moment);
      for (int place = events; place < sets.stop(moment); place++) {
        enter(ranks[place], weights[place]);
      }
      for (int place = sets.start(moment); place < events; place++) {
        double below = below(ranks[place] - 1);
        concordant += weights[place] * below;
        tied += weights[place] * (below(ranks[place]) - below);
        pairs += weights[place] * inside;
      }
      for (int place = sets.start(moment); place < events; place++) {
        enter(ranks[place], weights[place]);
      }
    }
  }

  private void enter(int rank, double weight) {
    inside += weight;
    for (int i = rank; i < tree.length; i += i & -i) {
      tree[i] += weight;
    }
  }

  private double below(int rank) {
    double sum = 0;
    for (int i = rank; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }
}
