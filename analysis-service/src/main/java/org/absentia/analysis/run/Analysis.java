package org.absentia.analysis.run;

import java.util.List;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.describe.Describe;
import org.absentia.statistics.describe.Description;
import org.absentia.statistics.random.RandomTree;

/** Computes every planned table and figure of a dataset. */
public final class Analysis {

  private Analysis() {}

  /** Return the result; the same plan, dataset and seed always give the same. */
  public static AnalysisResult of(AnalysisPlan plan, MaskedDataset dataset, long seed) {
    int randomised = dataset.flow().randomised();
    return new AnalysisResult(
        dataset.trialId(),
        plan.title(),
        plan.registration(),
        dataset.datasetId(),
        dataset.hash(),
        seed,
        randomised,
        randomised - dataset.rows().size(),
        BaselineTable.of(dataset, plan.baseline()),
        Comparisons.of(plan, dataset, RandomTree.ofSeed(seed).branch("table-3")),
        flowChart(dataset),
        boxPlot(dataset));
  }

  private static Figure1 flowChart(MaskedDataset dataset) {
    List<Figure1.Group> groups =
        dataset.labels().stream()
            .map(
                label -> {
                  List<Row> rows = Groups.of(dataset.rows(), label);
                  return new Figure1.Group(
                      label,
                      rows.size(),
                      (int) rows.stream().filter(Row::withdrawn).count(),
                      Groups.lostWorkdays(rows).n());
                })
            .toList();
    return new Figure1(dataset.flow(), groups);
  }

  private static Figure2 boxPlot(MaskedDataset dataset) {
    double workdays =
        dataset.rows().stream()
            .flatMap(row -> row.outcome().stream())
            .mapToDouble(outcome -> outcome.workdays())
            .max()
            .orElse(Double.NaN);
    List<Figure2.Box> boxes =
        dataset.labels().stream()
            .map(label -> box(label, Groups.lostWorkdays(Groups.of(dataset.rows(), label))))
            .toList();
    return new Figure2(workdays, boxes);
  }

  private static Figure2.Box box(String label, Sample sample) {
    Description found = Describe.DEFAULT.of(sample);
    return new Figure2.Box(
        label,
        found.n(),
        found.minimum(),
        found.firstQuartile(),
        found.median(),
        found.thirdQuartile(),
        found.maximum());
  }
}
