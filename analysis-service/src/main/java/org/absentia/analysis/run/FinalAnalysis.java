package org.absentia.analysis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.Unmasking;
import org.absentia.analysis.dataset.Withdrawal;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.statistics.random.RandomTree;

/** Computes what only an unmasked dataset allows. */
final class FinalAnalysis {

  private FinalAnalysis() {}

  /** Return the result; the same plan, dataset, unmasking and seed always give the same. */
  static FinalResult of(AnalysisPlan plan, MaskedDataset dataset, Unmasking unmasking, Run masked) {
    RandomTree random = RandomTree.ofSeed(masked.seed()).branch("table-3");
    return new FinalResult(
        dataset.trialId(),
        dataset.datasetId(),
        dataset.hash(),
        masked.runId(),
        masked.resultHash(),
        masked.seed(),
        unmasking.arms().entrySet().stream()
            .map(e -> new NamedArm(e.getKey(), e.getValue().name(), e.getValue().label()))
            .toList(),
        dataset.labels().stream().map(label -> conduct(dataset, unmasking, label)).toList(),
        Comparisons.afterUnmasking(plan, dataset, unmasking, random),
        adjusted(plan, dataset, unmasking));
  }

  private static ArmConduct conduct(MaskedDataset dataset, Unmasking unmasking, String label) {
    List<Row> rows = Groups.of(dataset.rows(), label);
    List<Unmasking.Entry> entries =
        rows.stream().flatMap(row -> unmasking.of(row).stream()).toList();
    SortedMap<String, Integer> withdrawn =
        counts(entries, entry -> entry.furthest().stream().map(Withdrawal.Level::name));
    if (entries.size() < rows.size()) {
      // of nobody else nothing is told
      withdrawn.put(Withdrawal.Level.WITHDRAW_AND_ERASE.name(), rows.size() - entries.size());
    }
    return new ArmConduct(
        label,
        rows.size(),
        withdrawn,
        counts(entries, entry -> Stream.of(entry.columns().received().name())),
        counts(entries, entry -> Stream.of(entry.columns().adherence().name())),
        counts(entries, entry -> Stream.of(entry.columns().perProtocol().name())));
  }

  private static SortedMap<String, Integer> counts(
      List<Unmasking.Entry> entries, Function<Unmasking.Entry, Stream<String>> names) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    entries.stream().flatMap(names).forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts;
  }

  private static List<Adjusted> adjusted(
      AnalysisPlan plan, MaskedDataset dataset, Unmasking unmasking) {
    AdjustedComparisons comparisons = new AdjustedComparisons(dataset, unmasking);
    List<Adjusted> adjusted = new ArrayList<>();
    for (AnalysisPlan.AfterUnmasking analysis : plan.afterUnmasking()) {
      switch (analysis) {
        case PER_PROTOCOL -> {
          // a population of Table 3
        }
        case EPOCH_STRATIFIED -> adjusted.add(comparisons.stratifiedByEpoch());
        case PROBABILITY_WEIGHTED -> adjusted.add(comparisons.weighted());
      }
    }
    return adjusted;
  }
}
