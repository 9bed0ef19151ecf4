package org.absentia.bench.validity;

import java.util.List;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.samplesize.TwoMeans;
import org.absentia.statistics.samplesize.TwoMeans.Distribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Whether trials of the computed size reach the power that the computation states. */
final class SampleSizeScenarios {
  private static final int RUNS = 20_000;

  private SampleSizeScenarios() {}

  static List<Scenario<?>> all() {
    return List.of(
        power("sample size by Z, n = %d, SD 28", new TwoMeans(10, 28, 28, 0.05, Distribution.Z)),
        power("sample size by T, n = %d, SD 28", new TwoMeans(10, 28, 28, 0.05, Distribution.T)),
        power("sample size by T, n = %d, SD 5", new TwoMeans(10, 5, 5, 0.05, Distribution.T)),
        power(
            "sample size by WELCH, n = %d, SD 20 and 35",
            new TwoMeans(10, 20, 35, 0.05, Distribution.WELCH)),
        power(
            "sample size by WELCH, n = %d, SD 3 and 8",
            new TwoMeans(10, 3, 8, 0.05, Distribution.WELCH)));
  }

  private record Arms(Sample first, Sample second) {}

  private static Scenario<Arms> power(String name, TwoMeans means) {
    TwoMeans.Size size = means.size(0.8);
    int n = (int) size.n();
    return Scenario.of(
            name.formatted(n),
            RUNS,
            r ->
                new Arms(
                    Populations.sample(n, r.draws(), d -> means.firstDeviation() * d.normal()),
                    Populations.sample(
                        n,
                        r.draws(),
                        d -> means.difference() + means.secondDeviation() * d.normal())))
        .hasPower("its own test", size.power(), arms -> pValue(means, arms));
  }

  private static double pValue(TwoMeans means, Arms arms) {
    return switch (means.distribution()) {
      case Z -> known(means, arms);
      case T -> TTest.POOLED.test(arms.first, arms.second).pValue();
      case WELCH -> TTest.SATTERTHWAITE.test(arms.first, arms.second).pValue();
    };
  }

  /** The test with known standard deviations, for the side on which the difference lies. */
  private static double known(TwoMeans means, Arms arms) {
    double difference = Moments.of(arms.second).mean() - Moments.of(arms.first).mean();
    double error =
        Math.hypot(means.firstDeviation(), means.secondDeviation()) / Math.sqrt(arms.first.n());
    return 2 * NormalDistribution.of(0, 1).survivalProbability(difference / error);
  }
}
