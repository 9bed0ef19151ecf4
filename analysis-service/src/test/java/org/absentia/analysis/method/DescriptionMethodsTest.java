package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class DescriptionMethodsTest {

  private static JsonNode answer(String method, String columns, String options) {
    String body = "{\"data\":{\"columns\":" + columns + "}," + options + "}";
    return Methods.answer(method, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void every_group_lists_every_level_and_rows_without_a_group_are_dropped() {
    // When
    JsonNode answer =
        answer(
            "describe",
            "{'x':[1,2,3,null],'g':['a','b',null,'a']}",
            "'variables':['factor(x)'],'group':'g'");

    // Then
    assertThat(answer.at("/rows").toString()).isEqualTo("{\"used\":3,\"dropped\":1}");
    assertThat(answer.at("/results/0").toString())
        .isEqualTo(
            """
            {"group":"a","variable":"factor(x)","n":1,"missing":1,"levels":[\
            {"level":"1","n":1,"percent":100.0,"percentOfAll":50.0},\
            {"level":"2","n":0,"percent":0.0,"percentOfAll":0.0}]}""");
  }

  @Test
  void what_a_constant_does_not_define_is_null_with_a_note() {
    // When
    JsonNode answer =
        answer("t-test", "{'x':[1,1,2,2],'g':[1,1,2,2]}", "'variable':'x','group':'g'");

    // Then
    assertThat(answer.get("statistic").isNull()).isTrue();
    assertThat(answer.get("difference").doubleValue()).isEqualTo(-1);
    assertThat(answer.get("notes")).isNotEmpty();
  }

  @Test
  void a_group_whose_values_are_all_missing_is_a_group_without_values() {
    // When
    JsonNode answer =
        answer("rank-sum", "{'x':[1,2,null],'g':['a','a','b']}", "'variable':'x','group':'g'");

    // Then
    assertThat(answer.at("/groups/1/n").intValue()).isZero();
    assertThat(answer.get("pValue").isNull()).isTrue();
  }

  @Test
  void three_groups_are_too_many_for_two_samples() {
    assertThatThrownBy(
            () -> answer("t-test", "{'x':[1,2,3],'g':[1,2,3]}", "'variable':'x','group':'g'"))
        .isInstanceOf(Problem.class)
        .extracting(problem -> ((Problem) problem).status())
        .isEqualTo(400);
  }

  @Test
  void weights_make_a_table_and_levels_without_weight_are_left_out() {
    // When
    JsonNode answer =
        answer(
            "contingency",
            "{'r':[1,1,2,2,3],'c':['x','y','x','y','x'],'w':[3,1,1,3,0]}",
            "'row':'r','column':'c','weight':'w'");

    // Then
    assertThat(answer.get("table").toString()).isEqualTo("[[3,1],[1,3]]");
    assertThat(answer.get("oddsRatio").doubleValue()).isEqualTo(9);
    assertThat(answer.at("/fisherExact/pValue").doubleValue())
        .isCloseTo(17.0 / 35, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void strata_make_the_rank_sum_van_elterens_test() {
    // When
    JsonNode answer =
        answer(
            "rank-sum",
            "{'x':[1,2,3,4,5,6],'g':[1,2,1,2,1,2],'s':['a','a','a','b','b','b']}",
            "'variable':'x','group':'g','strata':['s']");

    // Then
    assertThat(answer.get("strata")).hasSize(2);
    assertThat(answer.at("/strata/0/weight").doubleValue()).isEqualTo(0.25);
  }
}
