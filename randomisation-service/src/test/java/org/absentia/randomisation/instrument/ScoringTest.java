package org.absentia.randomisation.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.files.InstrumentFiles;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final Instruments INSTRUMENTS = InstrumentFiles.read();
  private static final Instrument KEELE = INSTRUMENTS.find("keele-start-msk").orElseThrow();
  private static final Instrument OMPSQ = INSTRUMENTS.find("ompsq-sf").orElseThrow();
  private static final Stratification MI_NAV =
      new Stratification(
          List.of(
              new Stratification.Rule(
                  "HIGH", Map.of("keele-start-msk", atLeast(9), "ompsq-sf", atLeast(60))),
              new Stratification.Rule("LOW_MEDIUM", Map.of())));

  @Test
  void keele_start_msk_runs_from_0_to_12_with_bands_for_pain() {
    assertThat(KEELE.score(ItemAnswers.of(4, 0, 0, 0, 0, 0, 0, 0, 0, 0))).isEqualTo(determined(0));
    assertThat(KEELE.score(ItemAnswers.of(5, 0, 0, 0, 0, 0, 0, 0, 0, 0))).isEqualTo(determined(1));
    assertThat(KEELE.score(ItemAnswers.of(8, 1, 0, 0, 0, 0, 0, 0, 0, 1))).isEqualTo(determined(4));
    assertThat(KEELE.score(ItemAnswers.of(10, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
        .isEqualTo(determined(12));
  }

  @Test
  void items_3_4_and_8_of_the_ompsq_sf_are_reversed() {
    assertThat(OMPSQ.score(ItemAnswers.of(0, 0, 10, 10, 0, 0, 0, 10, 0, 0)))
        .isEqualTo(determined(0));
    assertThat(OMPSQ.score(ItemAnswers.of(10, 10, 0, 0, 10, 10, 10, 0, 10, 10)))
        .isEqualTo(determined(100));
    assertThat(OMPSQ.score(ItemAnswers.of(1, 2, 7, 6, 5, 4, 3, 1, 9, 10)))
        .isEqualTo(determined(1 + 2 + 3 + 4 + 5 + 4 + 3 + 9 + 9 + 10));
  }

  @Test
  void rules_that_share_a_stratum_determine_it_together() {
    // Given a missing item that moves the score across a bound, with one stratum on both sides
    Stratification split =
        new Stratification(
            List.of(
                new Stratification.Rule("RISK", Map.of("ompsq-sf", atLeast(60))),
                new Stratification.Rule("RISK", Map.of("ompsq-sf", atLeast(50))),
                new Stratification.Rule("NONE", Map.of())));
    Score across = OMPSQ.score(without(ItemAnswers.of(6, 6, 4, 4, 6, 6, 6, 4, 6, 6), 0));

    // When, Then
    assertThat(across.lowest()).isLessThan(BigDecimal.valueOf(60));
    assertThat(across.highest()).isGreaterThanOrEqualTo(BigDecimal.valueOf(60));
    assertThat(split.of(Map.of("ompsq-sf", across))).isEqualTo(new Stratum.Determined("RISK"));
    assertThat(MI_NAV.of(Map.of("ompsq-sf", across, "keele-start-msk", determined(9))))
        .isInstanceOf(Stratum.Undetermined.class);
  }

  @Test
  void a_missing_item_leaves_the_score_between_bounds() {
    // When
    Score score = OMPSQ.score(without(ItemAnswers.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5), 2));

    // Then
    assertThat(score)
        .isEqualTo(
            new Score.Undetermined(BigDecimal.valueOf(45), BigDecimal.valueOf(55), List.of(2)));
  }

  @Test
  void hads_is_prorated_from_four_items_on_and_undetermined_below() {
    // Given
    Instrument hads = INSTRUMENTS.find("hads-anxiety").orElseThrow();
    ItemAnswers four = without(ItemAnswers.of(3, 2, 3, 2, 0, 0, 0), 4, 5, 6);

    // When, Then
    assertThat(hads.score(four)).isEqualTo(new Score.Determined(new BigDecimal("17.5000")));
    assertThat(hads.score(without(four, 0))).isInstanceOf(Score.Undetermined.class);
  }

  @Test
  void both_scores_must_reach_their_limits_for_high_risk() {
    assertThat(MI_NAV.of(scores(determined(9), determined(60)))).isEqualTo(stratum("HIGH"));
    assertThat(MI_NAV.of(scores(determined(8), determined(60)))).isEqualTo(stratum("LOW_MEDIUM"));
    assertThat(MI_NAV.of(scores(determined(9), determined(59)))).isEqualTo(stratum("LOW_MEDIUM"));
  }

  @Test
  void a_missing_score_is_undetermined_while_it_can_change_the_stratum() {
    assertThat(MI_NAV.of(scores(between(5, 9), determined(60))))
        .isEqualTo(new Stratum.Undetermined(List.of("keele-start-msk")));
    assertThat(MI_NAV.of(scores(between(5, 9), between(0, 100))))
        .isEqualTo(new Stratum.Undetermined(List.of("keele-start-msk", "ompsq-sf")));
  }

  @Test
  void missing_items_that_cannot_change_the_stratum_do_not_matter() {
    assertThat(MI_NAV.of(scores(between(5, 8), between(0, 100)))).isEqualTo(stratum("LOW_MEDIUM"));
    assertThat(MI_NAV.of(scores(between(0, 12), determined(59)))).isEqualTo(stratum("LOW_MEDIUM"));
    assertThat(MI_NAV.of(scores(between(9, 12), determined(60)))).isEqualTo(stratum("HIGH"));
  }

  private static Map<String, Score> scores(Score keele, Score ompsq) {
    return Map.of("keele-start-msk", keele, "ompsq-sf", ompsq);
  }

  private static Score determined(int value) {
    return new Score.Determined(BigDecimal.valueOf(value));
  }

  private static Score between(int lowest, int highest) {
    return new Score.Undetermined(
        BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest), List.of(0));
  }

  private static Stratum stratum(String name) {
    return new Stratum.Determined(name);
  }

  private static Condition atLeast(int bound) {
    return new Condition(Optional.of(BigDecimal.valueOf(bound)), Optional.empty());
  }

  private static ItemAnswers without(ItemAnswers answers, int... missing) {
    List<OptionalInt> rest = new ArrayList<>(answers.values());
    for (int item : missing) {
      rest.set(item, OptionalInt.empty());
    }
    return new ItemAnswers(Collections.unmodifiableList(rest));
  }
}
