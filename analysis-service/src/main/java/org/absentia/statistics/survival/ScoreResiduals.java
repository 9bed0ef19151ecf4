package org.absentia.statistics.survival;

import java.util.Optional;
import org.absentia.statistics.data.Indexes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The part of each person in the derivative of the log likelihood, standardised (Therneau and
 * Grambsch 2000, section 4.6).
 */
final class ScoreResiduals {
  private final FittedLikelihood fitted;

  ScoreResiduals(FittedLikelihood fitted) {
    this.fitted = fitted;
  }

  /** V (sum over clusters of u u') V, u the weighted score residuals summed within a cluster. */
  DMatrixRMaj sandwich(DMatrixRMaj bread, Optional<Indexes> clusters) {
    int p = bread.getNumRows();
    double[] scores = weighted();
    int n = fitted.sets().n();
    int[] order = fitted.sets().order();
    int[] codes = clusters.map(Indexes::array).orElseGet(() -> StableOrder.places(n));
    int count = 0;
    for (int code : codes) {
      count = Math.max(count, code + 1);
    }
    DMatrixRMaj sums = new DMatrixRMaj(count, p);
    for (int place = 0; place < n; place++) {
      int from = codes[order[place]] * p;
      for (int a = 0; a < p; a++) {
        sums.data[from + a] += scores[place * p + a];
      }
    }
    DMatrixRMaj influence = CommonOps_DDRM.mult(sums, bread, null);
    return CommonOps_DDRM.multTransA(influence, influence, null);
  }

  /** By place, p numbers each. */
  private double[] weighted() {
    RiskSets sets = fitted.sets();
    int p = fitted.covariates().p();
    double[] scores = new double[sets.n() * p];
    Steps steps = new Steps(sets.moments(), p);
    fitted.walk(steps);
    for (int stratum = 0; stratum < sets.count(); stratum++) {
      Running running = new Running(p);
      for (int moment = sets.firstEvent(stratum); moment < sets.end(stratum); moment++) {
        int events = sets.start(moment) + sets.events(moment);
        running.with(steps, moment, true);
        for (int place = sets.start(moment); place < events; place++) {
          subtractExpected(scores, place, running);
          addObserved(scores, place, steps, moment);
        }
        running.with(steps, moment, false);
        for (int place = events; place < sets.stop(moment); place++) {
          subtractExpected(scores, place, running);
        }
        running.add(steps, moment);
      }
    }
    return scores;
  }

  private void subtractExpected(double[] scores, int place, Running running) {
    int p = running.means.length;
    double[] x = fitted.covariates().values();
    double weight = fitted.likelihood().weights()[place] * Math.exp(fitted.predictors()[place]);
    for (int a = 0; a < p; a++) {
      int at = place * p + a;
      scores[at] -= weight * (x[at] * running.hazard - running.means[a]);
    }
  }

  private void addObserved(double[] scores, int place, Steps steps, int moment) {
    int p = steps.p;
    double[] x = fitted.covariates().values();
    double weight = fitted.likelihood().weights()[place];
    for (int a = 0; a < p; a++) {
      int at = place * p + a;
      scores[at] += weight * (x[at] - steps.average[moment * p + a]);
    }
  }

  /** What each event time adds. */
  private final class Steps implements PartialLikelihood.Visitor {
    private final int p;
    private final double[] hazard;
    private final double[] hazardOfEvents;
    private final double[] means;
    private final double[] meansOfEvents;
    private final double[] average;

    Steps(int moments, int p) {
      this.p = p;
      this.hazard = new double[moments];
      this.hazardOfEvents = new double[moments];
      this.means = new double[moments * p];
      this.meansOfEvents = new double[moments * p];
      this.average = new double[moments * p];
    }

    @Override
    public void visit(int moment, EventTime time) {
      hazard[moment] = time.hazard();
      hazardOfEvents[moment] = time.hazardOfEvents();
      for (int a = 0; a < p; a++) {
        means[moment * p + a] = time.hazardMean(a);
        meansOfEvents[moment * p + a] = time.hazardMeanOfEvents(a);
        average[moment * p + a] = time.means()[a] / time.weight();
      }
    }
  }

  /** Sums up to a moment. */
  private static final class Running {
    private final int p;
    private final double[] before;
    private final double[] means;
    private double hazardBefore;
    private double hazard;

    Running(int p) {
      this.p = p;
      this.before = new double[p];
      this.means = new double[p];
    }

    /** Counts the moment itself, as it counts for its events or for the others. */
    void with(Steps steps, int moment, boolean ofEvents) {
      hazard = hazardBefore + (ofEvents ? steps.hazardOfEvents : steps.hazard)[moment];
      double[] own = ofEvents ? steps.meansOfEvents : steps.means;
      for (int a = 0; a < p; a++) {
        means[a] = before[a] + own[moment * p + a];
      }
    }

    void add(Steps steps, int moment) {
      hazardBefore += steps.hazard[moment];
      for (int a = 0; a < p; a++) {
        before[a] += steps.means[moment * p + a];
      }
    }
  }
}
