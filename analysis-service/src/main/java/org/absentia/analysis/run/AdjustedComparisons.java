package org.absentia.analysis.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.RowOutcome;
import org.absentia.analysis.dataset.Unmasked;
import org.absentia.analysis.dataset.Unmasking;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.regression.LinearRegression;
import org.absentia.statistics.regression.LinearRegression.CovarianceType;
import org.absentia.statistics.table.Coefficient;

/**
 * Compares mean lost workdays between each pair of labels by least squares: with a term for each
 * epoch of each stratum, or with rows weighted by the inverse of the probability of their arm and
 * standard errors that are consistent under such weights (HC1, Stata's {@code pweight}).
 */
final class AdjustedComparisons {

  private static final double LEVEL = 0.95;

  private final List<String> labels;
  private final List<Case> cases;

  /** A row with all that the models need to know. */
  private record Case(
      String label, String block, double lostWorkdays, Optional<Double> probability) {}

  AdjustedComparisons(MaskedDataset dataset, Unmasking unmasking) {
    this.labels = dataset.labels();
    this.cases = dataset.rows().stream().flatMap(row -> caseOf(row, unmasking).stream()).toList();
  }

  private static Optional<Case> caseOf(Row row, Unmasking unmasking) {
    Optional<RowOutcome> outcome = row.outcome();
    Optional<Unmasked.Columns> columns = unmasking.of(row).map(Unmasking.Entry::columns);
    if (outcome.isEmpty() || columns.isEmpty() || row.label().isEmpty()) {
      return Optional.empty();
    }
    String epoch = columns.get().epoch().map(number -> "/" + number).orElse("");
    return Optional.of(
        new Case(
            row.label().get(),
            row.stratum().orElse("") + epoch,
            outcome.get().lostWorkdays(),
            columns.get().allocationProbability()));
  }

  Adjusted stratifiedByEpoch() {
    LinearRegression model = new LinearRegression(CovarianceType.CLASSICAL, LEVEL);
    List<String> blocks = cases.stream().map(Case::block).distinct().sorted().toList();
    return adjusted(
        "EPOCH_STRATIFIED",
        "Adjusted for stratum and epoch",
        cases,
        reference -> model.fit(design(cases, reference, blocks), response(cases)));
  }

  Adjusted weighted() {
    LinearRegression model = new LinearRegression(CovarianceType.HC1, LEVEL);
    List<Case> known = cases.stream().filter(c -> c.probability().isPresent()).toList();
    Vector weights =
        Vector.of(known.stream().mapToDouble(c -> 1 / c.probability().orElse(1.0)).toArray());
    return adjusted(
        "PROBABILITY_WEIGHTED",
        "Weighted by the inverse probability of the allocation",
        known,
        reference -> model.fit(design(known, reference, List.of()), response(known), weights));
  }

  /** Fits a model in which every label is compared with this one. */
  private interface Model {
    LinearRegression.Fit fit(String reference);
  }

  /** Only labels that somebody in these rows has are compared. */
  private Adjusted adjusted(String name, String label, List<Case> rows, Model model) {
    List<String> present = labels.stream().filter(l -> rows.stream().anyMatch(has(l))).toList();
    List<Adjusted.Comparison> comparisons = new ArrayList<>();
    for (int reference = 0; reference + 1 < present.size(); reference++) {
      LinearRegression.Fit fit = model.fit(present.get(reference));
      for (String other : present.subList(reference + 1, present.size())) {
        comparisons.add(comparison(fit, other, present.get(reference)));
      }
    }
    return new Adjusted(name, label, rows.size(), comparisons);
  }

  private static Predicate<Case> has(String label) {
    return row -> row.label().equals(label);
  }

  private static Adjusted.Comparison comparison(
      LinearRegression.Fit fit, String label, String reference) {
    Coefficient found =
        fit.table().coefficients().stream()
            .filter(coefficient -> coefficient.term().equals(term(label)))
            .findFirst()
            .orElseThrow();
    return new Adjusted.Comparison(
        label, reference, found.estimate(), found.interval(), found.pValue());
  }

  private Design design(List<Case> rows, String reference, List<String> blocks) {
    List<Design.Part> columns = new ArrayList<>();
    columns.add(Design.Part.intercept(rows.size()));
    for (String label : labels) {
      if (!label.equals(reference) && rows.stream().anyMatch(has(label))) {
        columns.add(new Design.Part(term(label), 0, indicator(rows, has(label))));
      }
    }
    for (String block : blocks.subList(Math.min(1, blocks.size()), blocks.size())) {
      columns.add(
          new Design.Part("block " + block, 1, indicator(rows, r -> r.block().equals(block))));
    }
    return new Design(columns, rows.size());
  }

  private static String term(String label) {
    return "label " + label;
  }

  private static Vector indicator(List<Case> rows, Predicate<Case> holds) {
    return Vector.of(rows.stream().mapToDouble(row -> holds.test(row) ? 1 : 0).toArray());
  }

  private static Vector response(List<Case> rows) {
    return Vector.of(rows.stream().mapToDouble(Case::lostWorkdays).toArray());
  }
}
