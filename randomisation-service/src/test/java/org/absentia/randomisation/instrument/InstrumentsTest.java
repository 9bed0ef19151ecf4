package org.absentia.randomisation.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.absentia.randomisation.files.InstrumentFiles;
import org.junit.jupiter.api.Test;

/** Each instrument against scores worked by hand; the arithmetic stands beside each. */
class InstrumentsTest {
  private static final int MISSING = -1;
  private static final Instruments INSTRUMENTS = InstrumentFiles.read();

  @Test
  void all_instruments_of_both_trials_are_there() {
    assertThat(INSTRUMENTS.names())
        .containsExactlyInAnyOrder(
            "keele-start-msk",
            "ompsq-sf",
            "hads-anxiety",
            "hads-depression",
            "pain-nrs",
            "shc",
            "15d",
            "msk-hq",
            "hls-q12",
            "eq-vas",
            "work-ability",
            "work-satisfaction",
            "physical-activity");
  }

  @Test
  void keele_start_msk() {
    // pain 7 earns 2, then 1+0+1+0+1+0+1+0+1 = 5: 2 + 5 = 7, medium (5-8)
    assertScore("keele-start-msk", "7", "MEDIUM", 7, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    // bands of pain at their edges: 4 earns 0, 5 and 6 earn 1, 7 and 8 earn 2, 9 and 10 earn 3
    assertScore("keele-start-msk", "0", "LOW", 4, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertScore("keele-start-msk", "1", "LOW", 6, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertScore("keele-start-msk", "2", "LOW", 8, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertScore("keele-start-msk", "3", "LOW", 9, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertScore("keele-start-msk", "12", "HIGH", 10, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    // pain missing: 6 + 0 to 6 + 3, medium or high, so neither
    assertBounds("keele-start-msk", 6, 9, "", MISSING, 1, 1, 1, 1, 1, 1, 0, 0, 0);
    // one yes-or-no missing: 3 + 6 + 0 to 3 + 6 + 1, high either way
    assertBounds("keele-start-msk", 9, 10, "HIGH", 10, 1, 1, 1, 1, 1, 1, 0, 0, MISSING);
    assertRange("keele-start-msk", 0, 0, 10);
    assertRange("keele-start-msk", 9, 0, 1);
  }

  @Test
  void ompsq_sf() {
    // 5+6+(10-3)+(10-2)+7+8+4+(10-1)+3+2 = 5+6+7+8+7+8+4+9+3+2 = 59
    assertScore("ompsq-sf", "59", "", 5, 6, 3, 2, 7, 8, 4, 1, 3, 2);
    // the lowest of the printed form: 1 + 0 + (10-10) + (10-10) + 0 + 0 + 0 + (10-10) + 0 + 0 = 1
    assertScore("ompsq-sf", "1", "", 1, 0, 10, 10, 0, 0, 0, 10, 0, 0);
    assertScore("ompsq-sf", "100", "", 10, 10, 0, 0, 10, 10, 10, 0, 10, 10);
    // reversed item 8 missing: 59 - 9 = 50, plus 10 - 10 to 10 - 0
    assertBounds("ompsq-sf", 50, 60, "", 5, 6, 3, 2, 7, 8, 4, MISSING, 3, 2);
    assertRange("ompsq-sf", 2, 0, 10);
  }

  @Test
  void hads_both_scales() {
    for (String hads : List.of("hads-anxiety", "hads-depression")) {
      assertScore(hads, "0", "NORMAL", 0, 0, 0, 0, 0, 0, 0);
      assertScore(hads, "21", "PROBABLE", 3, 3, 3, 3, 3, 3, 3);
      // 1+2+1+0+2+1+1 = 8, the first possible case
      assertScore(hads, "8", "POSSIBLE", 1, 2, 1, 0, 2, 1, 1);
      // six of seven: (1+2+1+0+2+1) x 7 / 6 = 49 / 6 = 8.1667
      assertScore(hads, "8.1667", "POSSIBLE", 1, 2, 1, 0, 2, 1, MISSING);
      // four of seven: (3+2+1+0) x 7 / 4 = 42 / 4 = 10.5, still below 11
      assertScore(hads, "10.5", "POSSIBLE", 3, 2, 1, 0, MISSING, MISSING, MISSING);
      // three of seven: 3+2+1 = 6 to 6 + 4 x 3 = 18
      assertBounds(hads, 6, 18, "", 3, 2, 1, MISSING, MISSING, MISSING, MISSING);
      assertRange(hads, 6, 0, 3);
    }
  }

  @Test
  void pain_nrs() {
    // the score is average pain; strongest stands apart
    assertScore("pain-nrs", "4", "", 4, 7);
    assertThat(subscores("pain-nrs", 4, 7))
        .isEqualTo(Map.of("average", determined("4"), "strongest", determined("7")));
    assertScore("pain-nrs", "4", "", 4, MISSING);
    assertBounds("pain-nrs", 0, 10, "", MISSING, 7);
    assertRange("pain-nrs", 1, 0, 10);
  }

  @Test
  void shc() {
    int[] all = new int[29];
    java.util.Arrays.fill(all, 3);
    // 29 x 3
    assertScore("shc", "87", "", all);
    // item n answered n mod 4: 7 rounds of 1+2+3+0 = 42, and item 29 is 1: 43
    int[] rising = IntStream.rangeClosed(1, 29).map(n -> n % 4).toArray();
    assertScore("shc", "43", "", rising);
    // 4-10 and 14: 0+1+2+3+0+1+2 + 2 = 11; 11, 24-29: 3 + 0+1+2+3+0+1 = 10;
    // 15-21: 3+0+1+2+3+0+1 = 10; 3, 12, 13, 22, 23: 3+0+1+2+3 = 9; 1, 2: 1+2 = 3; all 43
    assertThat(subscores("shc", rising))
        .isEqualTo(
            Map.of(
                "musculoskeletal", determined("11"),
                "pseudoneurology", determined("10"),
                "gastrointestinal", determined("10"),
                "allergy", determined("9"),
                "flu", determined("3")));
    // item 2 missing: 43 - 2 = 41 to 41 + 3; only the flu subscale is open, 1 to 4
    rising[1] = MISSING;
    assertBounds("shc", 41, 44, "", rising);
    assertThat(subscores("shc", rising))
        .containsEntry("flu", between(1, 4, 1))
        .containsEntry("allergy", determined("9"));
    assertRange("shc", 28, 0, 3);
  }

  @Test
  void msk_hq() {
    // fourteen items 4 each = 56; five active days stay apart
    assertScore("msk-hq", "56", "", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5);
    // 0+1+2+3+4 + 0+1+2+3+4 + 0+1+2+3 = 26, activity missing does not matter
    int[] answers = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, MISSING};
    assertScore("msk-hq", "26", "", answers);
    assertThat(subscores("msk-hq", answers)).containsEntry("activity", between(0, 7, 14));
    // item 5 missing: 26 - 4 = 22 to 26
    answers[4] = MISSING;
    answers[14] = 7;
    assertBounds("msk-hq", 22, 26, "", answers);
    assertThat(subscores("msk-hq", answers)).containsEntry("activity", determined("7"));
    assertRange("msk-hq", 13, 0, 4);
    assertRange("msk-hq", 14, 0, 7);
  }

  @Test
  void hls_q12_with_the_response_width_of_the_protocol() {
    // four answers: 12 x 1 to 12 x 4
    assertScore("hls-q12", "12", "", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertScore("hls-q12", "48", "", 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    assertRange("hls-q12", 0, 1, 4);
    // six answers as in MI-NAV: 12 x 6 = 72, and 6 x 5 + 6 x 2 = 42
    Instrument six = instrument("hls-q12").withResponseWidth(6);
    assertThat(six.score(ItemAnswers.of(6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6)))
        .isEqualTo(determined("72"));
    assertThat(six.score(ItemAnswers.of(5, 5, 5, 5, 5, 5, 2, 2, 2, 2, 2, 2)))
        .isEqualTo(determined("42"));
    // one missing: 11 x 3 = 33, plus 1 to 6
    assertThat(six.score(answers(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, MISSING)))
        .isEqualTo(between(34, 39, 11));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> instrument("hls-q12").withResponseWidth(7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> instrument("hads-anxiety").withResponseWidth(4));
  }

  @Test
  void single_items() {
    assertScore("eq-vas", "73", "", 73);
    assertBounds("eq-vas", 0, 100, "", MISSING);
    assertRange("eq-vas", 0, 0, 100);
    assertScore("work-ability", "5", "POOR", 5);
    assertScore("work-ability", "6", "MODERATE", 6);
    assertScore("work-ability", "8", "GOOD", 8);
    assertScore("work-ability", "10", "EXCELLENT", 10);
    assertRange("work-ability", 0, 0, 10);
    assertScore("work-satisfaction", "9", "", 9);
    assertRange("work-satisfaction", 0, 0, 10);
    assertScore("physical-activity", "0", "0", 0);
    assertScore("physical-activity", "2", "1-2", 2);
    assertScore("physical-activity", "3", "3-4", 3);
    assertScore("physical-activity", "7", "5-7", 7);
    assertBounds("physical-activity", 0, 7, "", MISSING);
    assertRange("physical-activity", 0, 0, 7);
  }

  @Test
  void the_15d_without_weights_is_undetermined_and_says_why() {
    // Given
    int[] best = IntStream.generate(() -> 1).limit(15).toArray();

    // When, Then
    assertThat(instrument("15d").score(ItemAnswers.of(best)))
        .isEqualTo(
            new Score.Undetermined(
                BigDecimal.valueOf(-1), BigDecimal.ONE, List.of(), Score.Reason.WEIGHTS_MISSING));
    assertRange("15d", 0, 1, 5);
  }

  @Test
  void the_15d_is_the_sum_of_the_weights_that_the_trial_supplied() {
    // Given: a made-up table, level n of each dimension is worth (6 - n) / 75, written to four
    // places: 0.0667, 0.0533, 0.04, 0.0267, 0.0133
    List<BigDecimal> row =
        List.of(
            new BigDecimal("0.0667"),
            new BigDecimal("0.0533"),
            new BigDecimal("0.04"),
            new BigDecimal("0.0267"),
            new BigDecimal("0.0133"));
    Optional<Weights> weights = Optional.of(new Weights(Collections.nCopies(15, row)));
    Instrument instrument = instrument("15d");

    // When, Then: 15 x 0.0667 = 1.0005
    assertThat(
            instrument.score(ItemAnswers.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), weights))
        .isEqualTo(determined("1.0005"));
    // 3 of each level: 3 x (0.0667 + 0.0533 + 0.04 + 0.0267 + 0.0133) = 3 x 0.2 = 0.6
    assertThat(
            instrument.score(ItemAnswers.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5), weights))
        .isEqualTo(determined("0.6000"));
    // the last one missing: 0.6 - 0.0133 = 0.5867, plus 0.0133 to 0.0667
    assertThat(
            instrument.score(answers(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, MISSING), weights))
        .isEqualTo(
            new Score.Undetermined(
                new BigDecimal("0.6000"), new BigDecimal("0.6534"), List.of(14)));
  }

  private static void assertScore(String name, String value, String band, int... values) {
    Score score = instrument(name).score(answers(values));
    assertThat(score).isInstanceOf(Score.Determined.class);
    assertThat(score.lowest()).isEqualByComparingTo(value);
    assertBand(name, score, band);
  }

  private static void assertBounds(
      String name, int lowest, int highest, String band, int... values) {
    Score score = instrument(name).score(answers(values));
    assertThat(score).isInstanceOf(Score.Undetermined.class);
    assertThat(score.lowest()).isEqualByComparingTo(BigDecimal.valueOf(lowest));
    assertThat(score.highest()).isEqualByComparingTo(BigDecimal.valueOf(highest));
    assertBand(name, score, band);
  }

  private static void assertBand(String name, Score score, String band) {
    assertThat(instrument(name).band(score))
        .isEqualTo(Optional.of(band).filter(known -> !known.isEmpty()));
  }

  /** The last legal answers on both sides, and the first illegal ones. */
  private static void assertRange(String name, int item, int minimum, int maximum) {
    Item rule = instrument(name).items().get(item);
    assertThat(List.of(rule.admits(minimum), rule.admits(maximum))).containsOnly(true);
    assertThat(List.of(rule.admits(minimum - 1), rule.admits(maximum + 1))).containsOnly(false);
    assertThatIllegalArgumentException().isThrownBy(() -> rule.points(maximum + 1));
  }

  private static Map<String, Score> subscores(String name, int... values) {
    return instrument(name).subscores(answers(values), Optional.empty());
  }

  private static Instrument instrument(String name) {
    return INSTRUMENTS.find(name).orElseThrow();
  }

  private static ItemAnswers answers(int... values) {
    List<OptionalInt> answers = new ArrayList<>();
    for (int value : values) {
      answers.add(value == MISSING ? OptionalInt.empty() : OptionalInt.of(value));
    }
    return new ItemAnswers(answers);
  }

  private static Score determined(String value) {
    return new Score.Determined(new BigDecimal(value));
  }

  private static Score between(int lowest, int highest, int missing) {
    return new Score.Undetermined(
        BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest), List.of(missing));
  }
}
