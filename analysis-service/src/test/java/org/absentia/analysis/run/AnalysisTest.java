package org.absentia.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.absentia.analysis.LockedTrial;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.json.CanonicalJson;
import org.absentia.statistics.ReferenceCase;
import org.junit.jupiter.api.Test;

class AnalysisTest {

  private static final Map<String, String> POPULATIONS =
      Map.of(
          "INTENTION_TO_TREAT", "ITT",
          "STRATUM:LOW_MEDIUM", "low_medium_risk",
          "STRATUM:HIGH", "high_risk",
          "EXCLUDE_PILOT", "sensitivity1_no_pilot",
          "EXCLUDE_EARLY_RETURN", "sensitivity2_no_early_rtw");
  private static final Map<String, String> ARMS = Map.of("A", "UC", "B", "UC+MI", "C", "UC+SVAI");

  private final AnalysisResult result = Analysis.of(LockedTrial.plan(), LockedTrial.dataset(), 1);

  @Test
  void table_3_has_the_five_rows_of_the_paper_with_the_numbers_of_r() {
    // Given
    ReferenceCase reference = ReferenceCase.named("table3_minav_shared");

    // When
    List<Table3.Population> populations = result.table3().populations();

    // Then
    assertThat(populations)
        .extracting(Table3.Population::label)
        .startsWith("Intention to treat", "Low/medium-risk group", "High-risk group");
    assertThat(populations).hasSize(5);
    for (Table3.Population population : populations) {
      JsonNode block = reference.expected().get("table3").get(POPULATIONS.get(population.name()));
      population.groups().forEach(group -> checkGroup(reference, block, group));
      assertThat(population.comparisons()).hasSize(3);
      population.comparisons().stream()
          .filter(comparison -> comparison.reference().equals("A"))
          .forEach(comparison -> checkComparison(reference, block, comparison));
    }
  }

  private static void checkGroup(ReferenceCase reference, JsonNode block, Table3.Group group) {
    JsonNode expected = block.get(ARMS.get(group.label()));
    assertThat(group.n()).isEqualTo(expected.get("n").asInt());
    reference.check(expected.get("mean"), group.mean(), "mean");
    reference.check(expected.get("sd"), group.standardDeviation(), "sd");
    reference.check(expected.get("median"), group.median(), "median");
    assertThat(group.medianInterval().lower())
        .isBetween(at(expected, "mc5sigma_lo", 0) - 1e-9, at(expected, "mc5sigma_lo", 1) + 1e-9);
    assertThat(group.medianInterval().upper())
        .isBetween(at(expected, "mc5sigma_hi", 0) - 1e-9, at(expected, "mc5sigma_hi", 1) + 1e-9);
  }

  private static double at(JsonNode expected, String name, int index) {
    return expected.get(name).get(index).asDouble();
  }

  private static void checkComparison(
      ReferenceCase reference, JsonNode block, Table3.Comparison comparison) {
    JsonNode expected = block.get("UC vs " + ARMS.get(comparison.label()));
    reference.check(
        expected.get("mean_diff_arm_minus_UC"), comparison.meanDifference(), "difference");
    reference.check(expected.get("ci_lo"), comparison.meanDifferenceInterval().lower(), "low");
    reference.check(expected.get("ci_hi"), comparison.meanDifferenceInterval().upper(), "high");
    reference.check(expected.get("t_pooled_p"), comparison.tTestPValue(), "t-test p");
    reference.check(expected.get("ranksum_p"), comparison.rankSumPValue(), "rank-sum p");
  }

  @Test
  void table_1_counts_what_is_missing_and_summarises_each_variable_as_planned() {
    // Given
    JsonNode expected = ReferenceCase.named("table1_minav_shared").expected();

    // When
    Table1.Characteristic age = characteristic("age");
    Table1.Characteristic health = characteristic("musculoskeletalHealth");
    Table1.Characteristic followUp = characteristic("employerFollowUp");
    Table1.Characteristic keele = characteristic("keeleStartMsk");
    Table1.Characteristic ompsq = characteristic("ompsqSf");
    Table1.Characteristic pension = characteristic("gradedDisabilityPension");

    // Then
    JsonNode ageInA = expected.get("age").get("by_arm").get("UC");
    assertThat(age.lines().getFirst().cells().getFirst())
        .isEqualTo(
            new Table1.MedianIqr(
                174,
                ageInA.get("median").asDouble(),
                ageInA.get("q1").asDouble(),
                ageInA.get("q3").asDouble()));
    assertThat(health.missing()).isEqualTo(21);
    assertThat(health.missingPercent()).isCloseTo(100 * 21 / 514.0, within(1e-12));
    Table1.MeanSd inA = (Table1.MeanSd) health.lines().getFirst().cells().getFirst();
    assertThat(inA.mean()).isCloseTo(27.335329341317365, within(1e-9));
    assertThat(followUp.lines())
        .extracting(Table1.Line::level)
        .containsExactly(
            "No follow-up",
            "Dialogue meeting or follow-up plan",
            "Dialogue meeting and follow-up plan");
    assertThat(count(followUp, 0, 0)).isEqualTo(65);
    assertThat(count(followUp, 2, 0)).isEqualTo(43);
    assertThat(count(keele, 0, 0)).isEqualTo(61);
    assertThat(count(keele, 1, 0)).isEqualTo(85);
    assertThat(count(keele, 2, 0)).isEqualTo(28);
    assertThat(count(ompsq, 0, 0)).isEqualTo(65);
    // 15 have a graded pension, but only two of them with part-time work, as the protocol asks
    assertThat(count(pension, 0, 0)).isEqualTo(2);
    assertThat(pension.missing()).isEqualTo(5);
    assertThat(result.table1().columns())
        .extracting(Table1.Column::n)
        .containsExactly(174, 170, 170);
  }

  private Table1.Characteristic characteristic(String name) {
    return result.table1().characteristics().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static int count(Table1.Characteristic characteristic, int line, int column) {
    return ((Table1.Share) characteristic.lines().get(line).cells().get(column)).count();
  }

  @Test
  void the_figures_count_those_who_withdrew_but_do_not_analyse_them() {
    assertThat(result.figure1().groups())
        .containsExactly(
            new Figure1.Group("A", 174, 3, 171),
            new Figure1.Group("B", 170, 1, 169),
            new Figure1.Group("C", 170, 1, 169));
    assertThat(result.figure2().boxes().getFirst())
        .isEqualTo(new Figure2.Box("A", 171, 0, 28.8, 63.3, 102.3, 131));
    assertThat(result.figure2().workdays()).isEqualTo(131);
  }

  @Test
  void the_same_seed_gives_the_same_bytes_whatever_the_order_of_rows() {
    // Given
    CanonicalJson canonical = new CanonicalJson();
    MaskedDataset dataset = LockedTrial.dataset();
    List<Row> shuffled = new ArrayList<>(dataset.rows());
    Collections.shuffle(shuffled, new Random(3));
    MaskedDataset other =
        new MaskedDataset(
            dataset.datasetId(), dataset.trialId(), dataset.hash(), dataset.flow(), shuffled);

    // When
    String first = canonical.write(result);
    String again = canonical.write(Analysis.of(LockedTrial.plan(), other, 1));
    String otherSeed = canonical.write(Analysis.of(LockedTrial.plan(), dataset, 2));

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(otherSeed).isNotEqualTo(first);
  }

  @Test
  void a_stored_result_reads_back_as_it_was_written() {
    // Given
    CanonicalJson canonical = new CanonicalJson();
    String text = canonical.write(result);

    // When
    AnalysisResult read = canonical.read(text, AnalysisResult.class);

    // Then
    assertThat(canonical.write(read)).isEqualTo(text);
    assertThat(text).doesNotContain("NaN").contains("\"median\":63.3");
  }

  @Test
  void an_empty_group_gives_undefined_numbers_and_no_error() {
    // Given
    MaskedDataset dataset = LockedTrial.dataset();
    MaskedDataset nobodyAnalysed =
        new MaskedDataset(
            dataset.datasetId(),
            dataset.trialId(),
            dataset.hash(),
            dataset.flow(),
            dataset.rows().stream().filter(row -> row.outcome().isEmpty()).toList());

    // When
    AnalysisResult empty = Analysis.of(LockedTrial.plan(), nobodyAnalysed, 1);

    // Then
    assertThat(new CanonicalJson().write(empty)).doesNotContain("NaN").contains("\"median\":null");
  }
}
