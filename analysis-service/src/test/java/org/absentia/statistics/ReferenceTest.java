package org.absentia.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Describe;
import org.absentia.statistics.describe.Description;
import org.absentia.statistics.describe.QuantileInterval;
import org.absentia.statistics.describe.QuantileRule;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.inference.RankSum;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.random.RandomTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReferenceTest {

  @TestFactory
  Stream<DynamicTest> descriptions_agree_with_r() {
    return ReferenceCase.each(
        "desc_",
        reference -> {
          Map<QuantileRule, String> rules =
              Map.of(
                  QuantileRule.AVERAGED, "quantiles_type2_stata_summarize",
                  QuantileRule.WEIBULL, "quantiles_type6_stata_centile",
                  QuantileRule.LINEAR, "quantiles_type7_r_default");
          rules.forEach(
              (rule, name) -> checkDescription(reference, rule, reference.expected().get(name)));
        });
  }

  private static void checkDescription(
      ReferenceCase reference, QuantileRule rule, JsonNode quantiles) {
    Sample sample = reference.sample();
    Description found = new Describe(rule, java.util.List.of(), 0.95).of(sample);
    JsonNode expected = reference.expected();
    assertThat(found.n()).isEqualTo(expected.get("n").asInt());
    assertThat(found.missing()).isEqualTo(expected.get("missing").asInt());
    reference.check(expected.get("mean"), found.moments().mean(), "mean");
    reference.check(expected.get("sd"), found.moments().standardDeviation(), "standard deviation");
    reference.check(expected.get("variance"), found.moments().variance(), "variance");
    reference.check(expected.get("se_mean"), found.moments().standardError(), "standard error");
    reference.check(expected.get("ci95_mean_lo"), found.intervalOfMean().lower(), "lower limit");
    reference.check(expected.get("ci95_mean_hi"), found.intervalOfMean().upper(), "upper limit");
    reference.check(expected.get("min"), found.minimum(), "minimum");
    reference.check(expected.get("max"), found.maximum(), "maximum");
    reference.check(expected.get("skewness_g1_stata"), found.moments().skewness(), "skewness");
    reference.check(expected.get("kurtosis_b2_stata"), found.moments().kurtosis(), "kurtosis");
    quantiles
        .propertyStream()
        .forEach(
            quantile -> {
              double probability = Double.parseDouble(quantile.getKey().substring(1)) / 100;
              reference.check(quantile.getValue(), rule.of(sample, probability), quantile.getKey());
            });
  }

  @TestFactory
  Stream<DynamicTest> moments_hold_the_hard_sets_of_nist() {
    return ReferenceCase.each(
        "nist_univ_",
        reference -> {
          Description found = Describe.DEFAULT.of(reference.sample());
          JsonNode expected = reference.expected();
          assertThat(found.n()).isEqualTo(expected.get("n").asInt());
          reference.check(expected.get("mean"), found.moments().mean(), "mean");
          reference.check(
              expected.get("sd"), found.moments().standardDeviation(), "standard deviation");
          // The decimals of these data are no binary numbers: reading them moves the higher moments
          // by up to 3e-8.
          reference.check(
              expected.get("skewness_g1"), found.moments().skewness(), "skewness", 1e-6, 1e-6);
          reference.check(
              expected.get("kurtosis_b2"), found.moments().kurtosis(), "kurtosis", 1e-6, 1e-6);
        });
  }

  @TestFactory
  Stream<DynamicTest> intervals_of_quantiles_agree_with_the_formula_of_centile() {
    return ReferenceCase.each(
        "centile_ci_",
        reference ->
            reference
                .expected()
                .propertyStream()
                .forEach(
                    expected -> {
                      double probability = Double.parseDouble(expected.getKey().substring(1)) / 100;
                      QuantileInterval.Result found =
                          new QuantileInterval(probability, 0.95).of(reference.sample());
                      JsonNode value = expected.getValue();
                      reference.check(value.get("centile"), found.estimate(), expected.getKey());
                      reference.check(
                          value.get("lo"), found.interval().lower(), expected.getKey() + " low");
                      reference.check(
                          value.get("hi"), found.interval().upper(), expected.getKey() + " high");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> t_tests_agree_with_r() {
    return ReferenceCase.each(
        "ttest_",
        reference -> {
          TreeMap<String, Sample> groups = reference.twoSamples();
          Iterator<Sample> samples = groups.values().iterator();
          Sample first = samples.next();
          Sample second = samples.next();
          JsonNode expected = reference.expected();
          reference.check(
              expected.get("mean").get(0), TTest.POOLED.test(first, second).first().mean(), "mean");
          checkTTest(reference, expected.get("pooled"), TTest.POOLED.test(first, second));
          checkTTest(
              reference,
              expected.get("welch_satterthwaite"),
              TTest.SATTERTHWAITE.test(first, second));
        });
  }

  private static void checkTTest(ReferenceCase reference, JsonNode expected, TTest.Result found) {
    reference.check(expected.get("diff"), found.difference(), "difference");
    reference.check(expected.get("se"), found.standardError(), "standard error");
    reference.check(expected.get("df"), found.degreesOfFreedom(), "degrees of freedom");
    reference.check(expected.get("t"), found.statistic(), "t");
    reference.check(expected.get("p"), found.pValue(), "p");
    reference.check(expected.get("ci_lo"), found.interval().lower(), "lower limit");
    reference.check(expected.get("ci_hi"), found.interval().upper(), "upper limit");
  }

  @TestFactory
  Stream<DynamicTest> rank_sum_tests_agree_with_r_and_exactranktests() {
    return ReferenceCase.each(
        "ranksum_",
        reference -> {
          Iterator<Sample> samples = reference.twoSamples().values().iterator();
          JsonNode expected = reference.expected();
          boolean exact = expected.hasNonNull("p_exact_conditional_on_ties");
          RankSum spec = new RankSum(exact ? RankSum.Exact.ALWAYS : RankSum.Exact.NEVER);
          RankSum.Result found = spec.test(samples.next(), samples.next());
          Map<String, Double> values =
              Map.of(
                  "ranksum1", found.first().rankSum(),
                  "ranksum2", found.second().rankSum(),
                  "U1", found.u(),
                  "var_adjusted", found.variance(),
                  "z", found.z(),
                  "p", found.pValue(),
                  "porder", found.probabilityOfSuperiority(),
                  "hodges_lehmann_shift", found.hodgesLehmann(),
                  "p_exact_conditional_on_ties", found.exactPValue().orElse(Double.NaN));
          values.forEach(
              (name, value) -> {
                if (expected.has(name)) {
                  reference.check(expected.get(name), value, name);
                }
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> bootstrap_limits_fall_where_the_exact_distribution_puts_them() {
    return ReferenceCase.each(
        "bootmedian_",
        reference -> {
          JsonNode group = reference.content().get("inputs").get("group");
          TreeMap<String, Sample> samples =
              group == null || group.isNull()
                  ? new TreeMap<>(Map.of("all", reference.sample()))
                  : reference.data().samplesBy(reference.input("variable"), group.asText());
          Bootstrap.Result result =
              new Bootstrap(Bootstrap.Statistic.MEDIAN, 10_000, 0.95)
                  .of(samples, RandomTree.ofSeed(1));
          for (Bootstrap.Group found : result.groups()) {
            checkBootstrap(reference, found);
          }
        });
  }

  private static void checkBootstrap(ReferenceCase reference, Bootstrap.Group found) {
    JsonNode expected = reference.expected().get(found.name());
    Bootstrap.Estimate estimate = found.estimate();
    assertThat(found.n()).isEqualTo(expected.get("n").asInt());
    reference.check(expected.get("median"), estimate.value(), "median");
    assertThat(estimate.interval().lower())
        .isBetween(
            limit(expected, "mc5sigma_lo", 0) - 1e-9, limit(expected, "mc5sigma_lo", 1) + 1e-9);
    assertThat(estimate.interval().upper())
        .isBetween(
            limit(expected, "mc5sigma_hi", 0) - 1e-9, limit(expected, "mc5sigma_hi", 1) + 1e-9);
    double ideal = expected.get("bootstrap_se_exact").asDouble();
    assertThat(estimate.standardError()).isBetween(0.92 * ideal, 1.08 * ideal);
  }

  private static double limit(JsonNode expected, String name, int index) {
    return expected.get(name).get(index).asDouble();
  }
}
