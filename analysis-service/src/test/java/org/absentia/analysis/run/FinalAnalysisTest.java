package org.absentia.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.analysis.LockedTrial;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.RowOutcome;
import org.absentia.analysis.dataset.Unmasked;
import org.absentia.analysis.dataset.Unmasking;
import org.junit.jupiter.api.Test;

class FinalAnalysisTest {

  private final List<Row> rows = new ArrayList<>();
  private final Map<UUID, Unmasking.Entry> entries = new HashMap<>();

  private void add(String label, int epoch, double probability, double... lostWorkdays) {
    for (double days : lostWorkdays) {
      UUID id = new UUID(0, rows.size() + 1);
      rows.add(
          new Row(
              id,
              Optional.of(label),
              Optional.of("ALL"),
              Optional.of(epoch),
              false,
              false,
              Optional.of(new RowOutcome(days, 130, Optional.empty())),
              new TreeMap<>()));
      entries.put(
          id,
          new Unmasking.Entry(
              label,
              new Unmasked.Columns(
                  Optional.of(epoch),
                  Optional.of(probability),
                  Unmasked.Answer.YES,
                  Unmasked.Adherence.FULL,
                  Unmasked.Answer.YES),
              Optional.empty()));
    }
  }

  private AdjustedComparisons comparisons() {
    return new AdjustedComparisons(
        new MaskedDataset(new UUID(0, 9), "t", "0".repeat(64), LockedTrial.flow(), rows),
        new Unmasking(
            new TreeMap<>(Map.of("A", new Unmasked.Arm("X", "x"), "B", new Unmasked.Arm("Y", "y"))),
            entries));
  }

  @Test
  void a_drift_between_epochs_of_other_odds_does_not_look_like_an_effect() {
    // Given: no effect; all lose twenty days more in the second epoch, in which most get B
    add("A", 1, 2 / 3.0, 10, 12, 10, 12);
    add("B", 1, 1 / 3.0, 10, 12);
    add("A", 2, 1 / 3.0, 30, 32);
    add("B", 2, 2 / 3.0, 30, 32, 30, 32);

    // When
    Adjusted stratified = comparisons().stratifiedByEpoch();
    Adjusted weighted = comparisons().weighted();

    // Then: the plain means differ by 24.33 - 17.67
    assertThat(stratified.n()).isEqualTo(12);
    assertThat(stratified.comparisons()).hasSize(1);
    assertThat(stratified.comparisons().getFirst().difference()).isCloseTo(0, within(1e-9));
    assertThat(weighted.comparisons().getFirst().difference()).isCloseTo(0, within(1e-9));
    assertThat(weighted.comparisons().getFirst().interval().lower()).isNegative();
    assertThat(weighted.comparisons().getFirst().pValue()).isCloseTo(1, within(1e-9));
  }

  @Test
  void a_comparison_is_that_of_weighted_means() {
    // Given
    add("A", 1, 0.5, 10, 20);
    add("A", 2, 0.25, 40);
    add("B", 1, 0.5, 5, 9);
    add("B", 2, 0.75, 30, 36);

    // When
    Adjusted.Comparison found = comparisons().weighted().comparisons().getFirst();

    // Then: (5/.5 + 9/.5 + 30/.75 + 36/.75) / (2/.5 + 2/.75) - (10/.5 + 20/.5 + 40/.25) / 8
    assertThat(found.label()).isEqualTo("B");
    assertThat(found.reference()).isEqualTo("A");
    assertThat(found.difference()).isCloseTo(116 / (20 / 3.0) - 220 / 8.0, within(1e-9));
  }

  @Test
  void nobody_with_an_outcome_gives_no_comparison() {
    assertThat(comparisons().stratifiedByEpoch().comparisons()).isEmpty();
    assertThat(comparisons().weighted().n()).isZero();
  }
}
