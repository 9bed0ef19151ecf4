package org.absentia.randomisation.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DesignTest {
  private static final Ratio EQUAL = Ratio.of(1, 1, 1);

  @Test
  void a_block_size_that_the_ratio_does_not_divide_is_refused() {
    assertRefused(() -> new PermutedBlock(EQUAL, List.of(3, 4)), "blockSizes");
  }

  @Test
  void a_bias_outside_one_half_to_one_is_refused() {
    assertRefused(() -> new Bias(1, 2), "bias");
    assertRefused(() -> new Bias(3, 3), "bias");
  }

  @Test
  void an_arm_named_twice_is_refused() {
    assertRefused(
        () -> design(List.of("A", "B", "A"), new PermutedBlock(EQUAL, List.of(3))), "arms");
  }

  @Test
  void a_ratio_that_does_not_fit_the_arms_is_refused() {
    assertRefused(() -> design(List.of("A", "B"), new PermutedBlock(EQUAL, List.of(3))), "ratio");
  }

  @Test
  void a_method_for_two_arms_refuses_three() {
    assertRefused(() -> design(List.of("A", "B", "C"), new BigStick(3)), "arms");
  }

  @Test
  void initial_weights_outside_the_limits_are_refused() {
    assertRefused(
        () -> new WeightedEpochs(List.of(5L, 1L), List.of(List.of(1L, 3L), List.of(3L, 1L))),
        "initialWeights");
  }

  @Test
  void epochs_may_go_to_the_limits_but_not_beyond() {
    // Given
    WeightedEpochs scheme =
        new WeightedEpochs(List.of(1L, 1L), List.of(List.of(1L, 3L), List.of(3L, 1L)));

    // When, Then
    assertThat(scheme.allows(List.of(6L, 2L))).isTrue();
    assertThat(scheme.allows(List.of(7L, 2L))).isFalse();
  }

  @Test
  void after_every_block_the_arms_are_exactly_balanced() {
    for (long seed = 0; seed < 50; seed++) {
      // Given
      Design design = design(List.of("A", "B", "C"), new PermutedBlock(EQUAL, List.of(6)));
      Concealment concealment = new Concealment(design, Secret.draw(new Random(seed)));

      // When
      Map<Integer, Integer> counts = new HashMap<>();
      for (int slot = 0; slot < 12; slot++) {
        counts.merge(concealment.arm("ALL", slot), 1, Integer::sum);
      }

      // Then
      assertThat(counts).isEqualTo(Map.of(0, 4, 1, 4, 2, 4));
    }
  }

  @Test
  void keys_are_sorted_by_code_point_and_text_stays_unescaped() {
    // Given: U+FF5E is smaller than U+1F600 as a code point, larger as UTF-16
    Map<String, Object> value = Map.of("\uD83D\uDE00", 1, "\uFF5E", List.of("ø\n\"\\\u0001"));

    // When
    String json = CanonicalJson.write(value);

    // Then
    assertThat(json).isEqualTo("{\"\uFF5E\":[\"ø\\n\\\"\\\\\\u0001\"],\"\uD83D\uDE00\":1}");
  }

  @Test
  void a_secret_does_not_print_itself() {
    assertThat(Secret.ofHex("ab".repeat(32)).toString()).doesNotContain("ab".repeat(2));
  }

  private static Design design(List<String> arms, Scheme scheme) {
    return new Design("t", "v1", arms, List.of("ALL"), OptionalInt.of(12), scheme);
  }

  private static void assertRefused(ThrowingCallable construction, String member) {
    assertThatThrownBy(construction)
        .isInstanceOfSatisfying(
            IllegalDesign.class, refusal -> assertThat(refusal.member()).isEqualTo(member));
  }
}
