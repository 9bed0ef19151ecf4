package org.absentia.analysis.method;

import static org.absentia.analysis.method.MethodPropertyTest.answer;
import static org.absentia.analysis.method.MethodPropertyTest.columns;
import static org.absentia.analysis.method.MethodPropertyTest.mapped;
import static org.absentia.analysis.method.MethodPropertyTest.requireAlike;
import static org.absentia.analysis.method.MethodPropertyTest.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that are no fault but say little: an answer with null and a note, or a named refusal. */
class MethodDegenerateDataTest {
  @Test
  void scores_count_the_levels_of_the_rows_used() {
    // Given: the middle level stands in a row without an outcome only
    String data =
        "{\"data\":{\"columns\":{\"y\":[1,2,null,4,6],\"e\":[\"A\",\"A\",\"B\",\"C\",\"C\"]}},"
            + "\"formula\":\"y ~ score(e)\"}";

    // When
    JsonNode answer = Methods.answer("linear-regression", data.getBytes(StandardCharsets.UTF_8));

    // Then: 1, 1, 2, 2 and not 1, 1, 3, 3
    assertThat(answer.at("/coefficients/1/estimate").asDouble()).isCloseTo(3.5, within(1e-12));
  }

  private static ObjectNode constant(String name, double value) {
    return mapped(columns(), name, x -> value);
  }

  /** Each row in a stratum of its own. */
  private static ObjectNode strataOfOne() {
    ObjectNode columns = columns();
    ArrayNode strata = columns.putArray("s");
    for (int row = 0; row < MethodPropertyTest.ROWS; row++) {
      strata.add(row);
    }
    return columns;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'time':'t','event':'e','group':'two','strata':['s']",
        "'time':'t','event':'e','group':'two','strata':['s'],'weights':'WILCOXON'"
      })
  void strata_of_one_leave_the_log_rank_test_without_a_degree_of_freedom(String options) {
    // When
    JsonNode answer = answer("log-rank", strataOfOne(), options);

    // Then
    assertThat(answer.get("pValue").isNull()).isTrue();
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @Test
  void strata_of_one_leave_the_rank_sum_test_undefined() {
    // When
    JsonNode answer =
        answer("rank-sum", strataOfOne(), "'variable':'y','group':'two','strata':['s']");

    // Then
    assertThat(answer.get("z").isNull()).isTrue();
    assertThat(answer.get("pValue").isNull()).isTrue();
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @Test
  void strata_of_one_leave_cox_without_estimates() {
    // When
    JsonNode answer =
        answer("cox", strataOfOne(), "'time':'t','event':'e','formula':'x','strata':['s']");

    // Then
    assertThat(answer.at("/coefficients/0/pValue").isNumber()).isFalse();
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @Test
  void groups_of_one_leave_a_mixed_model_nothing_to_tell_apart() {
    // When
    JsonNode answer = answer("mixed-model", strataOfOne(), "'formula':'y ~ x + (1 | s)'");

    // Then
    assertThat(answer.at("/coefficients/1/estimate").isNumber()).isTrue();
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @Test
  void where_everybody_is_censored_the_curve_stays_at_1_and_no_test_is_defined() {
    // Given
    ObjectNode censored = constant("e", 0);

    // When
    JsonNode curve = answer("kaplan-meier", censored, "'time':'t','event':'e'");
    JsonNode test = answer("log-rank", censored, "'time':'t','event':'e','group':'two'");
    JsonNode cox = answer("cox", censored, "'time':'t','event':'e','formula':'x'");

    // Then
    curve
        .at("/results/0/steps")
        .forEach(step -> assertThat(step.get("survival").doubleValue()).isEqualTo(1));
    assertThat(curve.at("/results/0/median/estimate").isNumber()).isFalse();
    assertThat(test.get("pValue").isNull()).isTrue();
    assertThat(cox.at("/coefficients/0/pValue").isNull()).isTrue();
    assertThat(List.of(test.get("notes"), cox.get("notes"))).noneMatch(JsonNode::isEmpty);
  }

  @Test
  void where_all_values_are_tied_no_rank_is_above_another() {
    // When
    JsonNode answer =
        answer("rank-sum", constant("y", 7), "'variable':'y','group':'two','exact':'NEVER'");

    // Then
    assertThat(answer.get("hodgesLehmann").doubleValue()).isZero();
    assertThat(answer.get("probabilityOfSuperiority").doubleValue()).isEqualTo(0.5);
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @Test
  void where_all_times_are_tied_kaplan_meier_has_one_step() {
    // When
    JsonNode answer = answer("kaplan-meier", constant("t", 5), "'time':'t','event':'e'");

    // Then
    JsonNode steps = answer.at("/results/0/steps");
    assertThat(steps).hasSize(1);
    JsonNode step = steps.get(0);
    assertThat(step.get("survival").doubleValue())
        .isCloseTo(1 - step.get("events").doubleValue() / MethodPropertyTest.ROWS, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 7, -1e15, 1e-15})
  void a_constant_outcome_is_its_intercept_and_nothing_else(double value) {
    for (String method : List.of("linear-regression", "robust-regression")) {
      // When
      JsonNode answer = answer(method, constant("y", value), "'formula':'y ~ x + g'");

      // Then
      double room = 1e-12 * Math.abs(value);
      JsonNode coefficients = answer.get("coefficients");
      for (int i = 0; i < coefficients.size(); i++) {
        assertThat(coefficients.get(i).get("estimate").doubleValue())
            .as(method)
            .isCloseTo(i == 0 ? value : 0, within(room));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "logistic-regression | 'formula':'w ~ x'",
        "multinomial-regression | 'formula':'w ~ x'",
        "ordinal-regression | 'formula':'w ~ x'"
      })
  void a_constant_category_has_nothing_to_estimate(String method, String options) {
    // When
    JsonNode answer = answer(method, constant("w", 1), options);

    // Then
    assertThat(answer.get("converged").booleanValue()).isFalse();
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "describe ; 'variables':['y','g']",
        "median-interval ; 'variable':'y'",
        "normality ; 'variable':'y'",
        "t-test ; 'variable':'y','group':'two'",
        "rank-sum ; 'variable':'y','group':'two'",
        "contingency ; 'row':'g','column':'two'",
        "bootstrap ; 'variable':'y','resamples':20",
        "cumulative-median ; 'person':'id','group':'two','month':'w','value':'y'",
        "linear-regression ; 'formula':'y ~ 1','diagnostics':true",
        "linear-regression ; 'formula':'y ~ x'",
        "robust-regression ; 'formula':'y ~ 1'",
        "logistic-regression ; 'formula':'b ~ 1'",
        "multinomial-regression ; 'formula':'g ~ 1'",
        "ordinal-regression ; 'formula':'g ~ 1'",
        "kaplan-meier ; 'time':'t','event':'e'",
        "log-rank ; 'time':'t','event':'e','group':'two'",
        "cox ; 'time':'t','event':'e','formula':'x'",
        "mixed-model ; 'formula':'y ~ 1 + (1 | id)'"
      })
  void a_single_row_gets_an_answer_or_a_refusal_with_a_place(String method, String options) {
    // Given
    ObjectNode single = rows(columns(), List.of(0));

    try {
      // When
      JsonNode answer = answer(method, single, options);

      // Then
      assertThat(answer.at("/rows/used").asInt()).isEqualTo(1);
    } catch (Problem problem) {
      assertThat(problem.status()).isEqualTo(400);
      assertThat(problem.faults()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "describe ; 'variables':['y'],'group':'two'",
        "t-test ; 'variable':'y','group':'two'",
        "rank-sum ; 'variable':'y','group':'two'",
        "contingency ; 'row':'g','column':'two'",
        "linear-regression ; 'formula':'y ~ x*two'",
        "logistic-regression ; 'formula':'b ~ x + two'",
        "multinomial-regression ; 'formula':'two ~ x'",
        "ordinal-regression ; 'formula':'two ~ x'",
        "log-rank ; 'time':'t','event':'e','group':'two'",
        "cox ; 'time':'t','event':'e','formula':'x + two'",
        "mixed-model ; 'formula':'y ~ x + two + (1 | id)'"
      })
  void levels_that_are_named_but_absent_change_nothing(String method, String options) {
    // When
    JsonNode plain = answer(method, columns(), options + ",'levels':{'two':['MI','UC']}");
    JsonNode named =
        answer(method, columns(), options + ",'levels':{'two':['AA','MI','MM','UC','ZZ']}");

    // Then
    requireAlike(named, plain, 0, method);
  }
}
