package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

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
