package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of statistics/moderation/moderation.R. */
class ModerationMethodTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NUMBERS =
      List.of("estimate", "standardError", "statistic", "pValue", "confidenceInterval");
  private static final JsonNode EXPECTED = expected();

  private static JsonNode expected() {
    try {
      return JSON.readTree(
          Files.readString(Path.of("src/test/resources/statistics/moderation/expected.json")));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static Stream<Arguments> cases() {
    return EXPECTED
        .get("cases")
        .valueStream()
        .map(each -> Arguments.of(each.get("name").asText(), each));
  }

  private static JsonNode answer(JsonNode options) {
    ObjectNode request = JSON.createObjectNode();
    request.putObject("data").set("columns", EXPECTED.get("columns"));
    options.properties().forEach(option -> request.set(option.getKey(), option.getValue()));
    return Methods.answer("moderation", request.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode answer(String options) {
    try {
      return answer(JSON.readTree("{" + options.replace('\'', '"') + "}"));
    } catch (IOException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void the_joint_test_and_the_effects_are_those_of_r(String name, JsonNode expected) {
    // When
    JsonNode answer = answer(expected.get("request"));

    // Then
    double tolerance = expected.get("tolerance").asDouble();
    JsonNode test = answer.get("interaction");
    assertThat(test.get("terms")).isEqualTo(expected.at("/interaction/terms"));
    for (String number : List.of("statistic", "df1", "df2", "pValue")) {
      same(test.get(number), expected.get("interaction").get(number), tolerance);
    }
    assertThat(test.get("distribution").asText())
        .isEqualTo(test.get("df2").isNull() ? "CHI_SQUARE" : "F");
    JsonNode effects = answer.get("effects");
    assertThat(effects).hasSameSizeAs(expected.get("effects"));
    for (int i = 0; i < effects.size(); i++) {
      JsonNode effect = expected.get("effects").get(i);
      assertThat(effects.get(i).get("term")).isEqualTo(effect.get("term"));
      assertThat(effects.get(i).get("at")).isEqualTo(effect.get("at"));
      for (String number : NUMBERS) {
        same(effects.get(i).get(number), effect.get(number), tolerance);
      }
    }
  }

  private static void same(JsonNode actual, JsonNode expected, double tolerance) {
    if (expected.isArray()) {
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        same(actual.get(i), expected.get(i), tolerance);
      }
    } else if (expected.isNull()) {
      assertThat(actual.isNull()).isTrue();
    } else {
      assertThat(actual.asDouble())
          .isCloseTo(expected.asDouble(), within(tolerance * Math.abs(expected.asDouble())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RREG", "HUBER", "BISQUARE"})
  void an_effect_is_the_coefficient_of_a_fit_whose_other_variable_starts_there(String estimator) {
    // Given
    String options = "'method':'robust-regression','estimator':'" + estimator + "','reference':";
    String formula = "'formula':'y ~ arm*site + age','interaction':['arm','site']";

    // When
    JsonNode effects = answer(options + "{'site':'north'}," + formula).get("effects");
    JsonNode west = answer(options + "{'site':'west'}," + formula).at("/fit/coefficients");

    // Then
    assertThat(effects).hasSize(6);
    assertThat(effects.get(4).get("at").asText()).isEqualTo("west");
    for (String number : NUMBERS) {
      same(effects.get(4).get(number), west.get(1).get(number), 1e-9);
    }
  }

  @Test
  void the_order_of_the_variables_in_the_formula_changes_names_only() {
    // Given
    String options = "'method':'cox','time':'time','event':'event','interaction':['arm','covid'],";

    // When
    JsonNode written = answer(options + "'formula':'arm*covid'");
    JsonNode swapped = answer(options + "'formula':'covid*arm'");
    JsonNode added = answer(options + "'formula':'covid + arm'");

    // Then
    assertThat(swapped.at("/interaction/terms/0").asText()).isEqualTo("covid:arm[SV]");
    assertThat(added.at("/interaction/terms/0").asText()).isEqualTo("arm[SV]:covid");
    for (JsonNode other : List.of(swapped, added)) {
      same(other.at("/interaction/statistic"), written.at("/interaction/statistic"), 1e-9);
      for (int i = 0; i < 4; i++) {
        for (String number : NUMBERS) {
          same(
              other.at("/effects/" + i).get(number), written.at("/effects/" + i).get(number), 1e-9);
        }
      }
    }
  }

  @Test
  void a_number_without_values_asked_for_has_no_effects_and_a_factor_of_it_has_levels() {
    String options = "'method':'mixed-model','formula':'y ~ arm + %s + (1 | id)','interaction':";
    assertThat(answer(options.formatted("age") + "['arm','age']").get("effects")).isEmpty();
    assertThat(answer(options.formatted("factor(t)") + "['arm','factor(t)']").get("effects"))
        .hasSize(6);
    assertThat(answer(options.formatted("t") + "['arm','t'],'at':[0,-2]").get("effects"))
        .hasSize(4);
  }

  @Test
  void a_product_that_the_data_do_not_determine_is_null_with_a_note() {
    // When
    JsonNode answer =
        Methods.answer(
            "moderation",
            """
            {"data":{"columns":{"y":[1,2.5,3,4.5,7,6],"a":[0,0,0,1,1,1],"b":[0,0,0,1,1,1]}},
             "method":"linear-regression","formula":"y ~ a*b","interaction":["a","b"]}"""
                .getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(answer.at("/interaction/statistic").isNull()).isTrue();
    assertThat(answer.at("/interaction/terms")).isEmpty();
    assertThat(answer.at("/effects/1/estimate").isNull()).isTrue();
    assertThat(answer.get("notes").toString()).contains("do not determine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'method':'cox','time':'time','event':'event','formula':'arm*covid' | /interaction",
        "'method':'pool','formula':'y ~ arm*covid','interaction':['arm','covid'] | /method",
        "'formula':'y ~ arm*covid','interaction':['arm','covid'] | /method",
        "'method':'cox','event':'event','formula':'arm + age','interaction':['arm','age'] | /time",
        "'method':'linear-regression','formula':'y ~ arm','interaction':['arm','age'] | /interaction/1",
        "'method':'linear-regression','formula':'y ~ arm*site','interaction':['arm','site'],'at':['x'] | /at",
        "'method':'linear-regression','formula':'y ~ arm*age','interaction':['arm','age'],'at':['x'] | /at"
      })
  void what_makes_no_sense_is_a_fault_of_its_place(String options, String place) {
    // When
    Problem problem = catchThrowableOfType(Problem.class, () -> answer(options));

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.faults()).extracting(Fault::pointer).contains(place);
  }
}
