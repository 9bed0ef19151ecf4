package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class MultipleImputationMethodTest {
  private static final String DATA =
      """
      "data":{"columns":{"y":[1,2.5,null,4.1,5.2,5.9,7.3,null,9.1,null],
        "x":[1,2,3,4,null,6,7,8,9,null],
        "g":["A","B","A",null,"B","A","B","A",null,null]}},""";

  private static JsonNode answer(String options) {
    return Methods.answer(
        "multiple-imputation", ("{" + DATA + options + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static String place(String options) {
    try {
      answer(options);
      return "no fault";
    } catch (Problem problem) {
      return problem.faults().getFirst().pointer();
    }
  }

  @Test
  void it_imputes_fits_and_pools_and_says_what_it_filled_in() {
    // Given
    String options =
        """
        "analysis":{"method":"linear-regression","formula":"y ~ x + g"},"imputations":4,
        "iterations":3,"completed":true,"impute":{"x":{"method":"NORMAL","predictors":["y"]}}""";

    // When
    JsonNode answer = answer(options);

    // Then
    assertThat(answer.at("/rows/used").asInt()).isEqualTo(9);
    assertThat(answer.at("/rows/dropped").asInt()).isEqualTo(1);
    assertThat(answer.get("coefficients").findValuesAsText("term"))
        .containsExactly("(Intercept)", "x", "g[B]");
    assertThat(answer.at("/jointTest/df1").asInt()).isEqualTo(2);
    assertThat(answer.get("imputed").findValuesAsText("variable")).containsExactly("x", "y", "g");
    assertThat(answer.at("/imputed/0/standardDeviation").isNull()).isTrue();
    assertThat(answer.at("/imputed/2/levels/0/level").asText()).isEqualTo("A");
    assertThat(answer.at("/chainMeans/y")).hasSize(3).allMatch(row -> row.size() == 4);
    assertThat(answer.get("completed")).hasSize(4);
    assertThat(answer.at("/completed/0/y/2").isNumber()).isTrue();
    assertThat(answer.at("/completed/0/y/9").isNull()).isTrue();
    assertThat(answer.at("/completed/0/g/3").isTextual()).isTrue();
    assertThat(answer(options)).isEqualTo(answer);
  }

  @Test
  void without_gaps_every_imputation_is_the_data_themselves() {
    // Given
    String body =
        """
        {"data":{"columns":{"y":[1,2.5,3,4.1],"x":[1,2,3,5]}},
         "analysis":{"method":"linear-regression","formula":"y ~ x"},"imputations":3}""";

    // When
    JsonNode answer = Methods.answer("multiple-imputation", body.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(answer.at("/coefficients/1/betweenVariance").asDouble()).isZero();
    assertThat(answer.at("/coefficients/1/classical/degreesOfFreedom").isNull()).isTrue();
    assertThat(answer.get("imputed")).isEmpty();
    assertThat(answer.get("chainMeans")).isEmpty();
  }

  @Test
  void a_request_that_makes_no_sense_is_refused_at_its_place() {
    // Given
    String analysis = "\"analysis\":{\"method\":\"linear-regression\",\"formula\":\"y ~ x + g\"}";

    // When // Then
    assertThat(place("\"imputations\":3")).isEqualTo("/analysis");
    assertThat(place("\"analysis\":{\"method\":\"pool\",\"formula\":\"y ~ x\"}"))
        .isEqualTo("/analysis/method");
    assertThat(place("\"analysis\":{\"method\":\"linear-regression\",\"formula\":\"y ~ \"}"))
        .isEqualTo("/analysis/formula");
    assertThat(place("\"analysis\":{\"method\":\"linear-regression\",\"formula\":\"y ~ q\"}"))
        .isEqualTo("/analysis/formula");
    assertThat(place(analysis + ",\"imputations\":0")).isEqualTo("/imputations");
    assertThat(place(analysis + ",\"auxiliary\":[\"q\"]")).isEqualTo("/auxiliary/0");
    assertThat(place(analysis + ",\"impute\":{\"q\":{}}")).isEqualTo("/impute/q");
    assertThat(place(analysis + ",\"impute\":{\"g\":{\"method\":\"PMM\"}}"))
        .isEqualTo("/impute/g/method");
    assertThat(place(analysis + ",\"impute\":{\"x\":{\"method\":\"LOGISTIC\"}}"))
        .isEqualTo("/impute/x/method");
    assertThat(place(analysis + ",\"impute\":{\"x\":{\"predictors\":[\"x\"]}}"))
        .isEqualTo("/impute/x/predictors/0");
    assertThatThrownBy(() -> answer(analysis + ",\"surprise\":1")).isInstanceOf(Problem.class);
  }
}
