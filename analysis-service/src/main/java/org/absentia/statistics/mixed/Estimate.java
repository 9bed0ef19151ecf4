package org.absentia.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.mixed.MixedModel.Estimation;
import org.absentia.statistics.optim.TrustRegion.Minimum;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** One model's way from rows to numbers. */
final class Estimate {
  /** lme4's rule for a singular fit. */
  private static final double SINGULAR = 1e-4;

  private final MixedModel model;
  private final Factor group;
  private final FixedBasis fixed;
  private final RandomBasis random;
  private final Deviance deviance;
  private final List<String> notes = new ArrayList<>();

  Estimate(MixedModel model, Design x, Design z, Factor group, Vector response) {
    this.model = model;
    this.group = group;
    this.fixed = FixedBasis.of(x, response);
    this.random = RandomBasis.of(z, model.covariance());
    Reduction data = Reduction.of(fixed, random, group.codes(), group.levels().size());
    this.deviance =
        new Deviance(
            data,
            model.covariance(),
            model.estimation() == Estimation.REML,
            Steps.untilSettled("evaluations of the likelihood"));
    notes.addAll(LinearRegression.dropped(x, fixed.decomposition().kept()));
    noteDroppedRandomTerms(z);
  }

  private void noteDroppedRandomTerms(Design z) {
    List<String> kept = random.design().names();
    z.names().stream()
        .filter(name -> !kept.contains(name))
        .forEach(name -> notes.add("the random term " + name + " was dropped: others explain it"));
  }

  MixedFit fit(List<String> before, boolean fallbackUsed) {
    notes.addAll(0, before);
    noteGroups();
    if (fixed.length() == 0 || deviance.divisor() <= 0) {
      return exact(fallbackUsed);
    }
    Minimum least = new Search(deviance).least();
    DMatrixRMaj scaled = model.covariance().factor(least.point(), random.q());
    Profile profile = deviance.profile(least.point());
    DMatrixRMaj own = random.ownUnits(scaled);
    double variance = variance(profile);
    boolean singular = isSingular(own);
    noteResult(least, singular);
    DMatrixRMaj covariance = CommonOps_DDRM.multTransB(own, own, null);
    CommonOps_DDRM.scale(variance, covariance);
    return new MixedFit(
        fixed.design(),
        table(profile, variance),
        group.levels(),
        least.value() == Double.NEGATIVE_INFINITY ? Double.NaN : logLikelihood(profile),
        logLikelihood(deviance.profile(model.covariance().multiple(0, random.q()))),
        least.converged(),
        singular,
        fallbackUsed,
        new VarianceComponents(random.design().names(), covariance, variance),
        RandomEffects.of(deviance.data(), scaled, profile.fixed(), random, fixed.length()),
        notes);
  }

  private void noteGroups() {
    int groups = group.levels().size();
    if (groups == 1) {
      notes.add("there is one group only: nothing tells what varies between groups");
    } else if (fixed.design().n() <= groups * random.q()) {
      notes.add(
          "there are no more rows than random effects: their variances and that of the residuals"
              + " can hardly be told apart");
    }
  }

  private void noteResult(Minimum least, boolean singular) {
    if (least.value() == Double.NEGATIVE_INFINITY) {
      notes.add("the likelihood has no bound: within groups the model fits the data exactly");
    } else if (!least.converged()) {
      notes.add("the search for the largest likelihood did not converge");
    }
    if (singular) {
      notes.add("singular fit: a variance of the random effects is 0 or they depend on each other");
    }
  }

  /** Least squares leave nothing. */
  private MixedFit exact(boolean fallbackUsed) {
    notes.add("the fixed terms fit the response exactly: nothing is left to vary");
    int q = random.q();
    DMatrixRMaj none = new DMatrixRMaj(fixed.p(), fixed.p());
    return new MixedFit(
        fixed.design(),
        CoefficientTable.byZ(fixed.design().names(), fixed.start().array(), none, model.level()),
        group.levels(),
        Double.NaN,
        Double.NaN,
        false,
        true,
        fallbackUsed,
        new VarianceComponents(random.design().names(), new DMatrixRMaj(q, q), 0),
        group.levels().stream().map(level -> Vector.of(new double[q])).toList(),
        notes);
  }

  private static boolean isSingular(DMatrixRMaj factor) {
    for (int i = 0; i < factor.getNumRows(); i++) {
      if (factor.get(i, i) < SINGULAR) {
        return true;
      }
    }
    return factor.getNumRows() == 0;
  }

  private double variance(Profile profile) {
    double length = fixed.length();
    return profile.residualSumOfSquares() / deviance.divisor() * length * length;
  }

  private double logLikelihood(Profile profile) {
    double n = deviance.divisor();
    double value =
        n * (Math.log(2 * Math.PI) + 1 + Math.log(variance(profile))) + profile.logDeterminant();
    if (model.estimation() == Estimation.REML) {
      value += profile.logDeterminantOfFixed() + fixed.decomposition().logDeterminant();
    }
    return -value / 2;
  }

  private CoefficientTable table(Profile profile, double variance) {
    int p = fixed.p();
    double[] estimates = profile.fixed();
    fixed.solve(estimates);
    for (int i = 0; i < p; i++) {
      estimates[i] = fixed.start().at(i) + fixed.length() * estimates[i];
    }
    DMatrixRMaj root = new DMatrixRMaj(p, p);
    for (int column = 0; column < p; column++) {
      double[] unit = new double[p];
      unit[column] = Math.sqrt(variance);
      double[] solved = profile.solvedByTranspose(unit);
      fixed.solve(solved);
      for (int i = 0; i < p; i++) {
        root.set(i, column, solved[i]);
      }
    }
    return CoefficientTable.byZ(
        fixed.design().names(),
        estimates,
        CommonOps_DDRM.multTransB(root, root, null),
        model.level());
  }
}
