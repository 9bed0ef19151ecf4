package org.absentia.statistics.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.describe.QuantileRule;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.random.RandomStream;
import org.absentia.statistics.random.RandomTree;

/**
 * Estimate how far a median or mean may lie from the truth by drawing samples of the same size from
 * the sample (Efron 1979): percentile limits by the type 2 quantile, resampling within groups. The
 * numbers depend on the seed and the groups' names only, not on threads or row order.
 *
 * @param level of the intervals
 */
public record Bootstrap(Statistic statistic, int resamples, double level) {

  private static final int RESAMPLES_PER_STREAM = 100;
  private static final int LARGEST = 10_000_000;

  /** What is computed of each resample. */
  public enum Statistic {
    MEDIAN,
    MEAN
  }

  public Bootstrap {
    if (resamples < 1 || resamples > LARGEST) {
      throw new IllegalArgumentException("resamples must lie between 1 and " + LARGEST);
    }
    Interval.requireLevel(level);
  }

  /** An estimate with the spread of its resampled values; {@code NaN} of an empty sample. */
  public record Estimate(double value, double standardError, Interval interval) {}

  /** One group by its name, with its n values. */
  public record Group(String name, int n, Estimate estimate) {}

  /** A group's statistic minus that of the reference group. */
  public record Difference(String group, String reference, Estimate estimate) {}

  /** All groups, and each later one less the first. */
  public record Result(List<Group> groups, List<Difference> differences) {

    public Result {
      groups = List.copyOf(groups);
      differences = List.copyOf(differences);
    }
  }

  /** Describe each group, and how each further one differs from the first. */
  public Result of(SequencedMap<String, Sample> groups, RandomTree random) {
    List<Group> described = new ArrayList<>();
    List<double[]> replicates = new ArrayList<>();
    Steps steps = Steps.of("resamples", (long) resamples * groups.size());
    groups.forEach(
        (name, sample) -> {
          double[] values = replicates(sample, random.branch(name), steps);
          replicates.add(values);
          described.add(new Group(name, sample.n(), estimate(estimateOf(sample), values)));
        });
    List<Difference> differences = new ArrayList<>();
    for (int i = 1; i < described.size(); i++) {
      differences.add(
          difference(
              described.get(i), replicates.get(i), described.getFirst(), replicates.getFirst()));
    }
    return new Result(described, differences);
  }

  private Difference difference(
      Group group, double[] values, Group reference, double[] referenceValues) {
    double[] differences = new double[resamples];
    Arrays.setAll(differences, i -> values[i] - referenceValues[i]);
    double value = group.estimate.value - reference.estimate.value;
    return new Difference(group.name, reference.name, estimate(value, differences));
  }

  private double estimateOf(Sample sample) {
    return switch (statistic) {
      case MEDIAN -> QuantileRule.AVERAGED.of(sample, 0.5);
      case MEAN -> Moments.of(sample).mean();
    };
  }

  private Estimate estimate(double value, double[] replicates) {
    if (Double.isNaN(value)) {
      return new Estimate(Double.NaN, Double.NaN, Interval.UNDEFINED);
    }
    Sample sample = Sample.of(replicates);
    Interval interval =
        new Interval(
            QuantileRule.AVERAGED.of(sample, (1 - level) / 2),
            QuantileRule.AVERAGED.of(sample, (1 + level) / 2));
    return new Estimate(value, Moments.of(sample).standardDeviation(), interval);
  }

  /**
   * Compute the resampled statistics; each hundred has a stream of its own, so threads may share
   * the work.
   */
  private double[] replicates(Sample sample, RandomTree random, Steps steps) {
    double[] result = new double[resamples];
    if (sample.n() == 0) {
      Arrays.fill(result, Double.NaN);
      return result;
    }
    double[] values = sample.toArray();
    int streams = Math.ceilDiv(resamples, RESAMPLES_PER_STREAM);
    IntStream.range(0, streams)
        .parallel()
        .forEach(
            block -> {
              int from = block * RESAMPLES_PER_STREAM;
              int to = Math.min(resamples, from + RESAMPLES_PER_STREAM);
              fill(result, from, to, values, random.stream(block), steps);
            });
    return result;
  }

  private void fill(
      double[] result, int from, int to, double[] values, RandomStream random, Steps steps) {
    int[] drawn = new int[values.length];
    for (int r = from; r < to; r++) {
      steps.check();
      result[r] =
          switch (statistic) {
            case MEDIAN -> medianOfResample(values, drawn, random);
            case MEAN -> meanOfResample(values, random);
          };
    }
    steps.done(to - from);
  }

  /** Count how often each value was drawn and walk up to the middle: no resample is ever sorted. */
  private static double medianOfResample(double[] ascending, int[] drawn, RandomStream random) {
    int n = ascending.length;
    Arrays.fill(drawn, 0);
    for (int i = 0; i < n; i++) {
      drawn[random.nextInt(n)]++;
    }
    int below = 0;
    int place = -1;
    while (below < (n + 1) / 2) {
      below += drawn[++place];
    }
    double lower = ascending[place];
    if (n % 2 == 1 || below > n / 2) {
      return lower;
    }
    do {
      place++;
    } while (drawn[place] == 0);
    return lower / 2 + ascending[place] / 2;
  }

  private static double meanOfResample(double[] values, RandomStream random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
