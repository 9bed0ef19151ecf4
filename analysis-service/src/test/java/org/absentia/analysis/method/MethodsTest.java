package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {
  @Test
  void an_unknown_method_is_a_fault_that_names_the_known_ones() {
    Problem problem = refusal("anova", "{}");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains("t-test", "mixed-model");
  }

  @Test
  void every_fault_of_the_data_is_named_at_once() {
    // When
    Problem problem =
        refusal(
            "t-test",
            """
            {"data":{"columns":{"a":[1,"x",true],"b":[1,2]},"rows":3},"variable":"a","group":"b"}
            """);

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.faults())
        .extracting(Fault::pointer)
        .contains("/data/columns/a/1", "/data/columns/a/2", "/data/columns/b", "/data/rows");
  }

  @Test
  void an_unknown_option_and_a_level_outside_0_and_1_are_faults_of_their_places() {
    String data =
        "{\"data\":{\"columns\":{\"a\":[1,2,3],\"b\":[1,2,2]}},\"variable\":\"a\",\"group\":\"b\",";
    assertThat(refusal("t-test", data + "\"sides\":1}").faults())
        .extracting(Fault::pointer)
        .containsExactly("/sides");
    assertThat(refusal("t-test", data + "\"level\":1}").faults())
        .extracting(Fault::pointer)
        .containsExactly("/level");
  }

  static Stream<Arguments> requests() {
    return ExamplesTest.requests().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void every_method_refuses_a_member_that_it_does_not_know(String method, ObjectNode request) {
    // Given
    ObjectNode surprising = request.deepCopy().put("surprise", 1);

    // When
    Problem problem = refusal(method, surprising.toString());

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/surprise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear-regression",
        "robust-regression",
        "logistic-regression",
        "multinomial-regression",
        "ordinal-regression",
        "cox",
        "mixed-model"
      })
  void a_method_that_passes_options_on_knows_those_of_that_regression_only(String regression) {
    // Given
    ObjectNode repeated = Objects.requireNonNull(ExamplesTest.requests().get(regression));
    ObjectNode data = repeated.objectNode().set("data", repeated.remove("data"));
    repeated.remove(List.of("level", "levels", "reference"));
    repeated.put("method", regression).put("tau", 1);
    ObjectNode imputation = data.deepCopy().set("analysis", repeated);
    ObjectNode moderation = repeated.deepCopy().setAll(data);
    moderation.putArray("interaction").add("a").add("b");

    // When // Then
    assertThat(refusal("multiple-imputation", imputation.toString()).faults())
        .extracting(Fault::pointer)
        .containsExactly("/analysis/tau");
    if (!List.of("multinomial-regression", "ordinal-regression").contains(regression)) {
      assertThat(refusal("moderation", moderation.toString()).faults())
          .extracting(Fault::pointer)
          .containsExactly("/tau");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "pool | 'fits':[{'coefficients':{'a':1},'covariance':[[1]],'surprise':1}] | /fits/0/surprise",
        "sample-size | 'difference':1,'standardDeviation':2,'n':9,'inflation':[{'loss':0.1,'by':1}] | /inflation/0/by",
        "t-test | 'data':{'columns':{'a':[1,2]},'rows':2},'variable':'a','group':'a' | /data/rows",
        "multiple-imputation | 'data':{'columns':{'a':[1,2,null],'b':[1,2,4]}},'analysis':{'method':'linear-regression','formula':'a ~ b'},'impute':{'a':{'with':1}} | /impute/a/with"
      })
  void an_unknown_member_further_inside_is_a_fault_of_its_place(
      String method, String options, String place) {
    assertThat(refusal(method, "{" + options.replace('\'', '"') + "}").faults())
        .extracting(Fault::pointer)
        .containsExactly(place);
  }

  @Test
  void a_column_that_is_not_there_is_a_fault_of_the_formula() {
    Problem problem =
        refusal(
            "linear-regression",
            """
            {"data":{"columns":{"a":[1,2,3]}},"formula":"a ~ b"}
            """);
    assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/formula");
  }

  private static Problem refusal(String method, String body) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> Methods.answer(method, body.getBytes(StandardCharsets.UTF_8)));
    assertThat(problem).isNotNull();
    return problem;
  }
}
