package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class MixedModelMethodTest {
  private static final String DATA =
      """
      "data":{"columns":{
        "id":["a","a","a","b","b","b","c","c","c","d","d","d","e","e",null],
        "arm":["U","U","U","M","M","M","U","U","U","M","M","M","S","S","S"],
        "t":[0,1,2,0,1,2,0,1,2,0,1,2,0,1,2],
        "y":[5.1,6.4,6.9,2.2,3.9,4.1,7.3,null,9.8,3.0,3.1,5.6,4.4,4.9,6.0]}}
      """;

  private static JsonNode answer(String options) {
    return Methods.answer(
        "mixed-model", ("{" + DATA + "," + options + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static String fault(String options) {
    Problem problem = catchThrowableOfType(Problem.class, () -> answer(options));
    assertThat(problem.status()).isEqualTo(400);
    return problem.body().toString();
  }

  @Test
  void a_term_of_several_coefficients_has_one_test() {
    // When
    JsonNode answer =
        answer("\"formula\":\"y ~ t + arm + (1 | id)\",\"reference\":{\"arm\":\"U\"}");

    // Then
    assertThat(answer.at("/rows/used").intValue()).isEqualTo(13);
    assertThat(answer.at("/groups").intValue()).isEqualTo(5);
    assertThat(answer.at("/degreesOfFreedom").isNull()).isTrue();
    assertThat(answer.at("/termTests/0/term").textValue()).isEqualTo("t");
    double z = answer.at("/coefficients/1/statistic").doubleValue();
    assertThat(answer.at("/termTests/0/chiSquare").doubleValue())
        .isCloseTo(z * z, org.assertj.core.data.Percentage.withPercentage(1e-8));
    assertThat(answer.at("/termTests/1/term").textValue()).isEqualTo("arm");
    assertThat(answer.at("/termTests/1/degreesOfFreedom").intValue()).isEqualTo(2);
    assertThat(answer.at("/varianceComponents/covariance").isNull()).isTrue();
    assertThat(answer.at("/randomEffects/0/group").textValue()).isEqualTo("a");
  }

  @Test
  void a_contrast_of_one_term_is_its_row_of_the_table() {
    // When
    JsonNode answer =
        answer(
            "\"formula\":\"y ~ t + arm + (1 | id)\",\"contrasts\":{\"time\":{\"t\":2},\"none\":{}}");

    // Then
    assertThat(answer.at("/contrasts/0/name").textValue()).isEqualTo("time");
    assertThat(answer.at("/contrasts/0/statistic").doubleValue())
        .isCloseTo(
            answer.at("/coefficients/1/statistic").doubleValue(),
            org.assertj.core.data.Percentage.withPercentage(1e-8));
    assertThat(answer.at("/contrasts/1/estimate").doubleValue()).isZero();
    assertThat(answer.at("/contrasts/1/pValue").isNull()).isTrue();
  }

  @Test
  void a_contrast_of_a_dropped_term_is_not_defined() {
    // When
    JsonNode answer =
        answer(
            "\"formula\":\"y ~ t + score(arm) + arm + (1 | id)\",\"contrasts\":{\"last\":{\"arm[U]\":1}}");

    // Then
    assertThat(answer.at("/contrasts/0/estimate").isNull()).isTrue();
    assertThat(answer.at("/notes").toString()).contains("dropped", "not defined");
    assertThat(answer.at("/coefficients")).hasSize(4);
  }

  @Test
  void requests_that_make_no_sense_name_their_place() {
    assertThat(fault("\"formula\":\"y ~ t\"")).contains("/formula", "grouping");
    assertThat(fault("\"formula\":\"~ t + (1 | id)\"")).contains("/formula");
    assertThat(fault("\"formula\":\"arm ~ t + (1 | id)\"")).contains("/formula");
    assertThat(fault("\"formula\":\"y ~ t + (0 | id)\"")).contains("/formula");
    assertThat(fault("\"formula\":\"y ~ t + (1 | id)\",\"estimation\":\"MAP\""))
        .contains("/estimation");
    assertThat(fault("\"formula\":\"y ~ t + (1 | id)\",\"contrasts\":{\"a/b\":{\"u\":1}}"))
        .contains("/contrasts/a~1b/u");
    assertThat(fault("\"formula\":\"y ~ t + (1 | id)\",\"contrasts\":{\"a\":{\"t\":\"x\"}}"))
        .contains("/contrasts/a/t");
    assertThat(fault("\"formula\":\"y ~ t + (1 | id)\",\"contrasts\":{\"a\":1}"))
        .contains("/contrasts/a");
  }

  @Test
  void three_random_terms_have_a_matrix_of_covariances() {
    // When
    JsonNode answer = answer("\"formula\":\"y ~ t + (1 + t + t^2 | id)\"");

    // Then
    assertThat(answer.at("/varianceComponents/random")).hasSize(3);
    assertThat(answer.at("/varianceComponents/covariance")).hasSize(3);
    assertThat(answer.toString()).doesNotContain("NaN");
  }
}
