package org.absentia.analysis.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.Unmasking;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.inference.RankSum;
import org.absentia.statistics.inference.TTest;
import org.absentia.statistics.random.RandomTree;

/**
 * Compares lost workdays between each pair of labels in each planned population. The t-test pools
 * the variances, as Stata's default and MI-NAV's Table 3 do.
 */
final class Comparisons {

  private static final double LEVEL = 0.95;
  private static final double HALF = 0.5;

  private final AnalysisPlan plan;
  private final MaskedDataset dataset;
  private final Bootstrap bootstrap;
  private final RandomTree random;

  private Comparisons(AnalysisPlan plan, MaskedDataset dataset, RandomTree random) {
    this.plan = plan;
    this.dataset = dataset;
    this.bootstrap = new Bootstrap(Bootstrap.Statistic.MEDIAN, plan.resamples(), LEVEL);
    this.random = random;
  }

  static Table3 of(AnalysisPlan plan, MaskedDataset dataset, RandomTree random) {
    Comparisons comparisons = new Comparisons(plan, dataset, random);
    List<Table3.Population> populations = new ArrayList<>();
    populations.add(
        comparisons.population("INTENTION_TO_TREAT", "Intention to treat", row -> true));
    for (AnalysisPlan.Stratum stratum : plan.strata()) {
      populations.add(
          comparisons.population(
              "STRATUM:" + stratum.name(),
              stratum.label(),
              row -> row.stratum().filter(stratum.name()::equals).isPresent()));
    }
    for (int i = 0; i < plan.sensitivity().size(); i++) {
      populations.add(comparisons.sensitivity(i + 1, plan.sensitivity().get(i)));
    }
    return new Table3(plan.window(), plan.resamples(), LEVEL, populations);
  }

  /**
   * Compare in the populations that only an unmasked dataset tells; with none the table is empty.
   */
  static Table3 afterUnmasking(
      AnalysisPlan plan, MaskedDataset dataset, Unmasking unmasking, RandomTree random) {
    Comparisons comparisons = new Comparisons(plan, dataset, random);
    List<Table3.Population> populations = new ArrayList<>();
    if (plan.afterUnmasking().contains(AnalysisPlan.AfterUnmasking.PER_PROTOCOL)) {
      populations.add(
          comparisons.population(
              "PER_PROTOCOL",
              "Per protocol",
              row -> unmasking.of(row).filter(Comparisons::perProtocol).isPresent()));
    }
    return new Table3(plan.window(), plan.resamples(), LEVEL, populations);
  }

  /** Of whom nobody knows is not counted as treated per protocol. */
  private static boolean perProtocol(Unmasking.Entry entry) {
    return switch (entry.columns().perProtocol()) {
      case YES, NOT_APPLICABLE -> true;
      case NO, UNKNOWN -> false;
    };
  }

  private Table3.Population sensitivity(int number, AnalysisPlan.Sensitivity sensitivity) {
    String prefix = "Sensitivity analysis " + number + ": excluding ";
    return switch (sensitivity) {
      case EXCLUDE_PILOT ->
          population(sensitivity.name(), prefix + "pilot participants", row -> !row.pilot());
      case EXCLUDE_EARLY_RETURN ->
          population(
              sensitivity.name(),
              prefix
                  + "participants who worked more than half of their hours one week after inclusion",
              Comparisons::hadNotReturnedEarly);
    };
  }

  private static boolean hadNotReturnedEarly(Row row) {
    return row.outcome()
        .flatMap(outcome -> outcome.workedShareAfterOneWeek())
        .map(share -> share <= HALF)
        .orElse(true);
  }

  private Table3.Population population(String name, String label, Predicate<Row> belongs) {
    List<Row> rows = dataset.rows().stream().filter(belongs).toList();
    SequencedMap<String, Sample> samples = new LinkedHashMap<>();
    for (String letter : dataset.labels()) {
      samples.put(letter, Groups.lostWorkdays(Groups.of(rows, letter)));
    }
    Bootstrap.Result medians = bootstrap.of(samples, random.branch(name));
    List<Table3.Group> groups =
        medians.groups().stream()
            .map(group -> group(group, samples.getOrDefault(group.name(), Sample.of())))
            .toList();
    return new Table3.Population(name, label, groups, comparisons(samples, random.branch(name)));
  }

  private static Table3.Group group(Bootstrap.Group median, Sample sample) {
    Moments moments = Moments.of(sample);
    return new Table3.Group(
        median.name(),
        sample.n(),
        moments.mean(),
        moments.standardDeviation(),
        median.estimate().value(),
        median.estimate().interval());
  }

  private List<Table3.Comparison> comparisons(
      SequencedMap<String, Sample> samples, RandomTree stream) {
    List<Table3.Comparison> comparisons = new ArrayList<>();
    List<String> labels = List.copyOf(samples.keySet());
    for (int reference = 0; reference < labels.size(); reference++) {
      SequencedMap<String, Sample> fromReference = new LinkedHashMap<>();
      labels.subList(reference, labels.size()).forEach(l -> fromReference.put(l, samples.get(l)));
      for (Bootstrap.Difference median : bootstrap.of(fromReference, stream).differences()) {
        comparisons.add(comparison(median, samples));
      }
    }
    return comparisons;
  }

  private static Table3.Comparison comparison(
      Bootstrap.Difference median, SequencedMap<String, Sample> samples) {
    Sample sample = samples.getOrDefault(median.group(), Sample.of());
    Sample reference = samples.getOrDefault(median.reference(), Sample.of());
    TTest.Result means = new TTest(TTest.Variances.EQUAL, LEVEL).test(sample, reference);
    RankSum.Result ranks = new RankSum(RankSum.Exact.NEVER).test(sample, reference);
    return new Table3.Comparison(
        median.group(),
        median.reference(),
        means.difference(),
        means.interval(),
        means.pValue(),
        median.estimate().value(),
        median.estimate().interval(),
        ranks.pValue());
  }
}
