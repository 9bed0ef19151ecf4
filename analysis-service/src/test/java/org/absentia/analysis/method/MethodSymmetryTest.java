package org.absentia.analysis.method;

import static org.absentia.analysis.method.MethodPropertyTest.answer;
import static org.absentia.analysis.method.MethodPropertyTest.columns;
import static org.absentia.analysis.method.MethodPropertyTest.mapped;
import static org.absentia.analysis.method.MethodPropertyTest.requireAlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another name for the same thing must not change: which arm is first, units, origins. */
class MethodSymmetryTest {
  private static final String UC_FIRST = ",'levels':{'two':['UC','MI']}";
  private static final String MI_FIRST = ",'levels':{'two':['MI','UC']}";
  private static final Offset<Double> ROUNDING = within(1e-9);

  private static double number(JsonNode answer, String pointer) {
    assertThat(answer.at(pointer).isNumber()).as(pointer).isTrue();
    return answer.at(pointer).doubleValue();
  }

  private static void requireMirrored(JsonNode interval, JsonNode other) {
    assertThat(interval.get(0).doubleValue()).isCloseTo(-other.get(1).doubleValue(), ROUNDING);
    assertThat(interval.get(1).doubleValue()).isCloseTo(-other.get(0).doubleValue(), ROUNDING);
  }

  private static JsonNode coefficient(JsonNode answer, String prefix) {
    for (JsonNode coefficient : answer.get("coefficients")) {
      if (coefficient.get("term").asText().startsWith(prefix)) {
        return coefficient;
      }
    }
    throw new AssertionError("no term " + prefix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "t-test | 'variable':'y','group':'two' | /difference | /statistic | /confidenceInterval",
        "t-test | 'variable':'y','group':'two','variances':'EQUAL' | /difference | /statistic | /confidenceInterval",
        "rank-sum | 'variable':'y','group':'two' | /hodgesLehmann | /z | ''",
        "rank-sum | 'variable':'t','group':'two','strata':['g'] | /z | /z | ''"
      })
  void the_other_arm_first_turns_the_sign_and_keeps_the_p_value(
      String method, String options, String difference, String statistic, String interval) {
    // When
    JsonNode one = answer(method, columns(), options + UC_FIRST);
    JsonNode other = answer(method, columns(), options + MI_FIRST);

    // Then
    assertThat(number(one, difference)).isCloseTo(-number(other, difference), ROUNDING);
    assertThat(number(one, statistic)).isCloseTo(-number(other, statistic), ROUNDING);
    assertThat(number(one, "/pValue")).isCloseTo(number(other, "/pValue"), ROUNDING);
    if (interval.length() > 2) {
      requireMirrored(one.at(interval), other.at(interval));
    }
  }

  @Test
  void the_exact_rank_sum_test_and_the_superiority_know_no_first_arm() {
    // When
    String options = "'variable':'y','group':'two','exact':'ALWAYS'";
    JsonNode one = answer("rank-sum", columns(), options + UC_FIRST);
    JsonNode other = answer("rank-sum", columns(), options + MI_FIRST);

    // Then
    assertThat(number(one, "/exactPValue")).isCloseTo(number(other, "/exactPValue"), ROUNDING);
    assertThat(number(one, "/probabilityOfSuperiority"))
        .isCloseTo(1 - number(other, "/probabilityOfSuperiority"), ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MEDIAN", "MEAN"})
  void the_other_arm_first_turns_the_sign_of_a_bootstrapped_difference(String statistic) {
    // When
    String options =
        "'variable':'y','group':'two','resamples':4000,'statistic':'" + statistic + "'";
    JsonNode one = answer("bootstrap", columns(), options + UC_FIRST).at("/differences/0");
    JsonNode other = answer("bootstrap", columns(), options + MI_FIRST).at("/differences/0");

    // Then: the draws differ, so that spreads agree within what chance does to 4000 of them
    assertThat(number(one, "/estimate")).isCloseTo(-number(other, "/estimate"), ROUNDING);
    double error = number(one, "/standardError");
    assertThat(number(other, "/standardError")).isCloseTo(error, within(0.1 * error));
    assertThat(number(one, "/confidenceInterval/0"))
        .isCloseTo(-number(other, "/confidenceInterval/1"), within(0.3 * error));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOG_RANK", "WILCOXON", "TARONE_WARE", "PETO"})
  void the_log_rank_test_knows_no_first_arm(String weights) {
    // When
    String options = "'time':'t','event':'e','group':'two','weights':'" + weights + "'";
    JsonNode one = answer("log-rank", columns(), options + UC_FIRST);
    JsonNode other = answer("log-rank", columns(), options + MI_FIRST);

    // Then
    for (String number : List.of("/chiSquare", "/degreesOfFreedom", "/pValue")) {
      assertThat(number(one, number)).isCloseTo(number(other, number), ROUNDING);
    }
    requireAlike(one.at("/groups/0"), other.at("/groups/1"), 1e-9, weights);
    requireAlike(one.at("/groups/1"), other.at("/groups/0"), 1e-9, weights);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "linear-regression ; 'formula':'y ~ x + two + log(u)'",
        "robust-regression ; 'formula':'y ~ x + two + log(u)'",
        "logistic-regression ; 'formula':'b ~ x + two + log(u)'",
        "ordinal-regression ; 'formula':'g ~ x + two + log(u)'",
        "cox ; 'time':'t','event':'e','formula':'x + two + log(u)'",
        "mixed-model ; 'formula':'y ~ x + two + log(u) + (1 | id)'"
      })
  void the_other_arm_as_reference_turns_its_coefficient_and_leaves_the_others(
      String method, String options) {
    // When
    JsonNode one = answer(method, columns(), options + ",'reference':{'two':'UC'}");
    JsonNode other = answer(method, columns(), options + ",'reference':{'two':'MI'}");

    // Then
    JsonNode arm = coefficient(one, "two");
    JsonNode turned = coefficient(other, "two");
    assertThat(number(arm, "/estimate")).isCloseTo(-number(turned, "/estimate"), within(1e-7));
    assertThat(number(arm, "/pValue")).isCloseTo(number(turned, "/pValue"), within(1e-7));
    requireAlike(coefficient(one, "x"), coefficient(other, "x"), 1e-6, method);
    assertThat(number(one, fitOf(method))).isCloseTo(number(other, fitOf(method)), within(1e-7));
  }

  private static String fitOf(String method) {
    return method.equals("robust-regression") ? "/scale" : "/logLikelihood";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "linear-regression ; 'formula':'y ~ x + g'",
        "linear-regression ; 'formula':'y ~ x + g','covarianceType':'HC3'",
        "robust-regression ; 'formula':'y ~ x + g'",
        "logistic-regression ; 'formula':'b ~ x + g'",
        "ordinal-regression ; 'formula':'g ~ x + u'",
        "cox ; 'time':'t','event':'e','formula':'x + g'",
        "mixed-model ; 'formula':'y ~ x + g + (1 | id)'"
      })
  void a_covariate_in_another_unit_and_from_another_origin_has_the_same_test(
      String method, String options) {
    JsonNode before = coefficient(answer(method, columns(), options), "x");
    for (double unit : new double[] {-1, 1e-9, 1e9}) {
      for (double origin : new double[] {0, 1000}) {
        // When
        JsonNode answer = answer(method, mapped(columns(), "x", x -> (x + origin) * unit), options);
        JsonNode after = coefficient(answer, "x");

        // Then
        double estimate = number(before, "/estimate");
        assertThat(number(after, "/estimate") * unit)
            .isCloseTo(estimate, within(1e-6 * Math.abs(estimate)));
        assertThat(number(after, "/pValue")).isCloseTo(number(before, "/pValue"), within(1e-6));
      }
    }
  }
}
