package org.absentia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.absentia.bench.Measurement.Verdict;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final Measurement SPEED = Measurement.of("derivation", 300, "persons/min");

  @Test
  void a_ratio_is_the_figure_over_its_baseline() {
    assertThat(SPEED.against("loop", 400).ratio()).contains(0.75);
  }

  @Test
  void the_ratio_is_judged_where_there_is_a_baseline() {
    assertThat(SPEED.against("loop", 400).atLeast(0.75).verdict()).isEqualTo(Verdict.MET);
    assertThat(SPEED.against("loop", 400).atLeast(0.76).verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(SPEED.against("once", 100).atMost(2.1).verdict()).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void the_figure_itself_is_judged_without_a_baseline() {
    assertThat(SPEED.atLeast(300).verdict()).isEqualTo(Verdict.MET);
    assertThat(SPEED.verdict()).isEqualTo(Verdict.WITHOUT_TARGET);
  }

  @Test
  void what_a_machine_cannot_measure_is_neither_met_nor_missed() {
    assertThat(SPEED.atLeast(3).withoutBaseline("R").verdict()).isEqualTo(Verdict.NOT_MEASURED);
  }

  @Test
  void the_table_says_plainly_what_is_met() {
    // When
    String table =
        MeasurementTable.of(
            List.of(
                SPEED.against("loop", 400).atLeast(0.5),
                Measurement.of("twice", 3, "s").against("once", 1).atMost(2.1),
                SPEED.atLeast(3).withoutBaseline("R")));

    // Then
    assertThat(table)
        .isEqualTo(
            """
            what        figure  unit         beside  its figure  ratio   target
            derivation     300  persons/min  loop           400   0.75  >= 0.50  met
            twice         3.00  s            once          1.00   3.00  <= 2.10  NOT MET
            derivation     300  persons/min  R                          >= 3.00  not measured
            """);
  }

  @Test
  void every_object_of_the_json_has_the_same_members() {
    // When
    String json =
        MeasurementJson.of(
            List.of(SPEED.against("loop", 400).atLeast(0.5), SPEED.withoutBaseline("R")));

    // Then
    assertThat(json)
        .isEqualToNormalizingNewlines(
            """
            [ {
              "name" : "derivation",
              "value" : 300.0,
              "unit" : "persons/min",
              "baseline" : "loop",
              "baselineValue" : 400.0,
              "ratio" : 0.75,
              "target" : ">= 0.50"
            }, {
              "name" : "derivation",
              "value" : 300.0,
              "unit" : "persons/min",
              "baseline" : "R",
              "baselineValue" : null,
              "ratio" : null,
              "target" : null
            } ]
            """);
  }

  @Test
  void the_median_is_not_moved_by_one_slow_round() {
    assertThat(Stopwatch.median(new long[] {5, 900, 4})).isEqualTo(5);
    assertThat(Stopwatch.median(new long[] {5, 900, 4, 7})).isEqualTo(6);
  }
}
