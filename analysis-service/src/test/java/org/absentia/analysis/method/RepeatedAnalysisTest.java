package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cox regression and mixed models of imputed data, beside statistics/imputation/analyses.R. */
class RepeatedAnalysisTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COX =
      "'analysis':{'method':'cox','time':'time','event':'event','strata':['site'],'formula':'x + z'}";
  private static final JsonNode R = expected();

  private static JsonNode expected() {
    try {
      return JSON.readTree(
          Files.readString(Path.of("src/test/resources/statistics/imputation/analyses.json")));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static JsonNode answer(JsonNode columns, String options) {
    try {
      ObjectNode request = (ObjectNode) JSON.readTree("{" + options.replace('\'', '"') + "}");
      request.putObject("data").set("columns", columns);
      return Methods.answer(
          "multiple-imputation", request.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** The columns of the Cox regression with a gap in each column that is named. */
  private static ObjectNode withGaps(String... names) {
    ObjectNode columns = R.at("/cox/columns").deepCopy();
    for (int i = 0; i < names.length; i++) {
      ((ArrayNode) columns.get(names[i])).setNull(i);
    }
    return columns;
  }

  @Test
  void a_cox_regression_of_imputed_covariates_agrees_with_mice() {
    // When
    JsonNode answer =
        answer(R.at("/cox/columns"), COX + ",'imputations':200,'impute':{'x':{'method':'NORMAL'}}");

    // Then
    agree(answer.get("coefficients"), R.at("/cox/pooled"));
  }

  @Test
  void a_mixed_model_of_imputed_data_agrees_with_mice_and_its_groups_predict_nothing() {
    // When
    JsonNode answer =
        answer(
            R.at("/mixed/columns"),
            "'analysis':{'method':'mixed-model','formula':'y ~ age + week*arm + (1 | id)'},"
                + "'imputations':200,'impute':{'y':{'method':'NORMAL'},'age':{'method':'NORMAL'}}");

    // Then
    agree(answer.get("coefficients"), R.at("/mixed/pooled"));
    assertThat(answer.get("notes").toString()).contains("id groups rows");
  }

  /** Within five Monte Carlo errors of a mean of 200 in both programs. */
  private static void agree(JsonNode coefficients, JsonNode pooled) {
    assertThat(coefficients).hasSameSizeAs(pooled.get("estimate"));
    for (int i = 0; i < coefficients.size(); i++) {
      JsonNode own = coefficients.get(i);
      double between = pooled.get("between").get(i).asDouble();
      double room = 5 * Math.sqrt(2 * between / R.get("imputations").asInt());
      assertThat(own.get("estimate").asDouble())
          .isCloseTo(pooled.get("estimate").get(i).asDouble(), within(room));
      assertThat(own.get("betweenVariance").asDouble() / between).isBetween(0.6, 1.6);
      assertThat(own.get("withinVariance").asDouble() / pooled.get("within").get(i).asDouble())
          .isBetween(0.9, 1.1);
    }
  }

  @Test
  void time_event_and_strata_are_variables_and_their_gaps_are_imputed_with_a_note() {
    // Given
    ObjectNode columns = withGaps("time", "event", "site");

    // When
    JsonNode answer = answer(columns, COX + ",'imputations':3,'iterations':2,'completed':true");

    // Then
    assertThat(answer.get("imputed").findValuesAsText("variable"))
        .contains("time", "event", "site", "x", "z");
    assertThat(answer.at("/rows/dropped").asInt()).isZero();
    assertThat(answer.get("notes").toString()).contains("time has gaps", "event has gaps");
    for (JsonNode set : answer.get("completed")) {
      assertThat(set.at("/time/0").asDouble()).isPositive();
      assertThat(set.at("/event/1").asDouble()).isIn(0.0, 1.0);
      assertThat(set.at("/site/2").asText()).isIn("a", "b");
    }
  }

  @Test
  void predictors_may_leave_the_outcome_out_which_brings_a_coefficient_nearer_to_0() {
    // Given
    String options = COX + ",'imputations':20,'impute':{'x':{'method':'NORMAL'%s}}";

    // When
    JsonNode all = answer(R.at("/cox/columns"), options.formatted(""));
    JsonNode alone = answer(R.at("/cox/columns"), options.formatted(",'predictors':['z']"));

    // Then
    assertThat(alone.at("/coefficients/0/estimate").asDouble())
        .isLessThan(0.8 * all.at("/coefficients/0/estimate").asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'event':'event','formula':'x' | /analysis/time",
        "'time':'time','event':'nobody','formula':'x' | /analysis/event",
        "'time':'site','event':'event','formula':'x' | /analysis/time",
        "'time':'time','event':'event','strata':['nobody'],'formula':'x' | /analysis/strata",
        "'time':'time','event':'z','formula':'none' | /analysis/formula"
      })
  void what_makes_no_sense_is_a_fault_of_its_place_inside(String analysis, String place) {
    // When
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> answer(R.at("/cox/columns"), "'analysis':{'method':'cox'," + analysis + "}"));

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.faults()).extracting(Fault::pointer).contains(place);
  }
}
