package org.absentia.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.absentia.ingest.person.IdentifierCheck.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierCheckTest {
  private static final IdentifierCheck STRICT = new IdentifierCheck(Mode.STRICT, true);

  /** Completes nine digits by the rule of 1964, or of 2032 when a remainder is asked for. */
  private static String completed(String nine, int remainder) {
    int[] first = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    int[] second = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int k1 = Math.floorMod(remainder - sum(nine, first), 11);
    int k2 = Math.floorMod(-sum(nine + k1, second), 11);
    return k1 > 9 || k2 > 9 ? "" : nine + k1 + k2;
  }

  private static int sum(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    return sum;
  }

  private static String synthetic(String day, String month, int remainder) {
    for (int number = 100; number < 1_000; number++) {
      String text = completed(day + month + "70" + number, remainder);
      if (!text.isEmpty()) {
        return text;
      }
    }
    throw new AssertionError("no number completes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01410048945", "01447842099", "20895298795"})
  void identifiers_of_navs_synthetic_persons_are_valid(String identifier) {
    assertThat(STRICT.read(identifier)).isPresent();
    assertThat(new IdentifierCheck(Mode.STRICT, false).read(identifier)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345678901", "10987654321", "01410048946", "0141004894", "0141004894x", ""})
  void impossible_numbers_are_none(String text) {
    assertThat(STRICT.read(text)).isEmpty();
  }

  @Test
  void a_number_by_the_rule_of_2032_is_valid_with_remainders_one_to_three_only() {
    for (int remainder = 0; remainder <= 3; remainder++) {
      assertThat(STRICT.read(synthetic("15", "86", remainder))).isPresent();
    }
    assertThat(STRICT.read(synthetic("15", "86", 4))).isEmpty();
  }

  @Test
  void d_numbers_and_temporary_numbers_count_and_no_other_day_or_month() {
    assertThat(STRICT.read(synthetic("55", "86", 0))).isPresent();
    assertThat(STRICT.read(synthetic("15", "66", 0))).isPresent();
    assertThat(STRICT.read(synthetic("72", "86", 0))).isEmpty();
    assertThat(STRICT.read(synthetic("15", "93", 0))).isEmpty();
    assertThat(STRICT.read(synthetic("31", "84", 0))).isEmpty();
  }

  @Test
  void lenient_takes_eleven_digits_of_any_kind() {
    // Given
    IdentifierCheck lenient = new IdentifierCheck(Mode.LENIENT, true);

    // Then
    assertThat(lenient.read(" 12345678901 ").map(PersonIdentifier::digits)).contains("12345678901");
    assertThat(lenient.read("1234567890")).isEmpty();
  }

  @Test
  void an_identifier_does_not_print_itself() {
    assertThat(new PersonIdentifier("12345678901").toString()).doesNotContain("12345678901");
  }
}
