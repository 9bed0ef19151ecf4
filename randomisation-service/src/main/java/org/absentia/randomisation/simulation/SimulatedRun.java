package org.absentia.randomisation.simulation;

import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;

/** One stratum from its first to its last participant, with the responses of the first two arms. */
final class SimulatedRun {
  private static final double ROUNDING = 1e-12;

  private final SimulationRequest request;
  private final Walk walk;
  private final RandomGenerator random;
  private final double[] parts;
  private final double[] counts;
  private final TwoSampleSums without = new TwoSampleSums();
  private final TwoSampleSums underTrend = new TwoSampleSums();
  private final TwoSampleSums underBias = new TwoSampleSums();
  private double correct;
  private int certain;
  private double largestImbalance;

  SimulatedRun(SimulationRequest request, Walk walk, RandomGenerator random) {
    this.request = request;
    this.walk = walk;
    this.random = random;
    this.parts = parts(request);
    this.counts = new double[request.arms()];
  }

  RunResult result(TTestCritical critical) {
    int n = request.participants();
    for (int i = 1; i <= n; i++) {
      participant((double) i / n);
    }
    return new RunResult(
        correct / n,
        (double) certain / n,
        largestImbalance,
        without.rejects(critical),
        underTrend.rejects(critical),
        underBias.rejects(critical));
  }

  private void participant(double progress) {
    walk.arrive(random);
    double best = 0;
    for (int arm = 0; arm < counts.length; arm++) {
      best = Math.max(best, walk.probability(arm));
    }
    correct += best;
    certain += best > 1 - ROUNDING ? 1 : 0;
    double preferred = Math.signum(rounded(walk.probability(0) - walk.probability(1)));
    int arm = drawn();
    double noise = random.nextGaussian();
    without.add(arm, noise);
    underTrend.add(arm, noise + request.timeTrend() * progress);
    underBias.add(arm, noise + request.selectionBias() * preferred);
    walk.take(arm);
    counts[arm]++;
    largestImbalance = Math.max(largestImbalance, imbalance());
  }

  // sums of posterior probabilities that are equal by symmetry differ in their last bits
  private static double rounded(double difference) {
    return Math.abs(difference) < ROUNDING ? 0 : difference;
  }

  private int drawn() {
    double u = random.nextDouble();
    int likely = 0;
    for (int arm = 0; arm < counts.length; arm++) {
      double probability = walk.probability(arm);
      if (u < probability) {
        return arm;
      }
      u -= probability;
      likely = probability > 0 ? arm : likely;
    }
    return likely;
  }

  private double imbalance() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int arm = 0; arm < counts.length; arm++) {
      least = Math.min(least, counts[arm] / parts[arm]);
      most = Math.max(most, counts[arm] / parts[arm]);
    }
    return most - least;
  }

  private static double[] parts(SimulationRequest request) {
    double[] parts = new double[request.arms()];
    for (int arm = 0; arm < parts.length; arm++) {
      parts[arm] = part(request.scheme(), arm);
    }
    return parts;
  }

  private static double part(Scheme scheme, int arm) {
    return switch (scheme) {
      case Simple simple -> part(simple.ratio(), arm);
      case PermutedBlock blocks -> part(blocks.ratio(), arm);
      case BlockUrn urn -> part(urn.ratio(), arm);
      case Minimisation minimisation -> part(minimisation.ratio(), arm);
      case Scheme equal -> 1;
    };
  }

  private static double part(Ratio ratio, int arm) {
    return ratio.parts().get(arm);
  }
}
