package org.absentia.statistics.describe;

import java.util.List;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.distribution.StudentT;

/**
 * Describe a sample, as Stata's {@code summarize, detail} does by default.
 *
 * @param rule how the quartiles and the further quantiles are read off
 * @param probabilities of the further quantiles
 * @param level of the mean's confidence interval (by t)
 */
public record Describe(QuantileRule rule, List<Double> probabilities, double level) {

  /** Stata's quantiles, no further probabilities, intervals of 95 %. */
  public static final Describe DEFAULT = new Describe(QuantileRule.AVERAGED, List.of(), 0.95);

  public Describe {
    probabilities = List.copyOf(probabilities);
    Interval.requireLevel(level);
  }

  /** Describes a sample; {@code NaN} for what its size does not define. */
  public Description of(Sample sample) {
    Moments moments = Moments.of(sample);
    return new Description(
        sample.n(),
        sample.missing(),
        moments,
        intervalOfMean(moments),
        sample.smallest(),
        rule.of(sample, 0.25),
        rule.of(sample, 0.5),
        rule.of(sample, 0.75),
        sample.largest(),
        probabilities.stream().map(p -> new Description.Quantile(p, rule.of(sample, p))).toList());
  }

  private Interval intervalOfMean(Moments moments) {
    if (moments.n() < 2) {
      return Interval.UNDEFINED;
    }
    double t = new StudentT(moments.n() - 1).within(level);
    return Interval.around(moments.mean(), t * moments.standardError());
  }
}
