package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallTest {
  private static final double HALF_A_GIGABYTE = 5e8;

  private static String column(String name, int rows, IntFunction<String> value) {
    return IntStream.range(0, rows)
        .mapToObj(value)
        .collect(Collectors.joining(",", "\"" + name + "\":[", "]"));
  }

  /** A numeric y, an event e of 0 and 1, a factor f of many levels and groups g of six rows. */
  private static Call call(String method, int rows, int levels, String options) {
    String body =
        "{\"data\":{\"columns\":{"
            + column("y", rows, i -> i % 7 == 0 ? "null" : String.valueOf(i * 37 % 1009))
            + ","
            + column("e", rows, i -> String.valueOf(i % 2))
            + ","
            + column("f", rows, i -> "\"L" + i % levels + "\"")
            + ","
            + column("g", rows, i -> String.valueOf(i / 6))
            + "}},"
            + options.replace('\'', '"')
            + "}";
    return Call.read(method, body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "bootstrap; 20000; 2; 'variable':'y','resamples':1000000",
        "multiple-imputation; 20000; 2; 'analysis':{'method':'linear-regression','formula':'y ~ e'},'imputations':1000,'iterations':1000",
        "multiple-imputation; 20000; 2000; 'analysis':{'method':'linear-regression','formula':'y ~ f'}",
        "linear-regression; 40000; 10000; 'formula':'y ~ f'",
        "robust-regression; 40000; 10000; 'formula':'y ~ f'",
        "logistic-regression; 40000; 10000; 'formula':'e ~ f'",
        "logistic-regression; 40000; 200; 'formula':'e ~ f:factor(g)'",
        "multinomial-regression; 40000; 1000; 'formula':'f ~ y'",
        "ordinal-regression; 40000; 10000; 'formula':'f ~ y'",
        "moderation; 40000; 500; 'method':'linear-regression','formula':'y ~ f + factor(g)','interaction':['f','g']",
        "cox; 40000; 10000; 'time':'y','event':'e','formula':'f'",
        "mixed-model; 40000; 100; 'formula':'y ~ e + (1 + f | g)'",
        "log-rank; 40000; 20000; 'time':'y','event':'e','group':'f'",
        "contingency; 40000; 20000; 'row':'f','column':'g'"
      })
  void what_would_take_too_long_or_too_much_memory_is_refused_before_its_work(
      String method, int rows, int levels, String options) {
    // Given
    Call call = call(method, rows, levels, options);

    // When
    Problem refusal =
        catchThrowableOfType(
            Problem.class, () -> call.requireWithin(Call.WORK_OF_A_CALL, HALF_A_GIGABYTE));

    // Then
    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.reason()).startsWith("too-large");
    assertThat(refusal.body()).containsKey("limit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "describe; 'variables':['y'],'group':'f'",
        "rank-sum; 'variable':'y','group':'e'",
        "t-test; 'variable':'y','group':'e'",
        "bootstrap; 'variable':'y'",
        "linear-regression; 'formula':'y ~ f + e'",
        "robust-regression; 'formula':'y ~ f + e'",
        "logistic-regression; 'formula':'e ~ f + y'",
        "cox; 'time':'y','event':'e','formula':'f'",
        "kaplan-meier; 'time':'y','event':'e','group':'f'",
        "mixed-model; 'formula':'y ~ e + (1 + e | g)'",
        "multiple-imputation; 'analysis':{'method':'linear-regression','formula':'y ~ f + e'}"
      })
  void what_a_trial_of_thousands_asks_is_within_a_call(String method, String options) {
    Call call = call(method, 6000, 4, options);
    call.requireWithin(Call.WORK_OF_A_CALL, HALF_A_GIGABYTE);
    assertThat(call.work()).isPositive();
  }

  @Test
  void an_option_that_makes_no_sense_is_left_to_the_method() {
    Call call = call("linear-regression", 10, 2, "'formula':'y ~ ('");
    call.requireWithin(Call.WORK_OF_A_CALL, HALF_A_GIGABYTE);
    Problem problem = catchThrowableOfType(Problem.class, call::answer);
    assertThat(problem.status()).isEqualTo(400);
  }

  @Test
  void a_network_of_tables_that_is_too_large_for_a_call_leaves_the_other_tests() {
    // Given
    Call call = call("contingency", 600, 12, "'row':'f','column':'g'");

    // When // Then
    assertThat(call.answer().path("fisherExact").path("pValue").isNull()).isTrue();
    assertThat(call.answer().path("pearson").path("pValue").isNumber()).isTrue();
    assertThat(call.answer().path("notes").toString()).contains("respond-async");
  }

  @Test
  void weights_that_are_no_counts_have_no_exact_test_as_a_job_either() {
    // Given
    String body =
        "{'data':{'columns':{'a':[1,2],'b':[2,1],'w':[0.5,1]}},'row':'a','column':'b','weight':'w'}";

    // When
    Call call = Call.read("contingency", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(call.answer().path("notes").toString())
        .contains("no whole counts")
        .doesNotContain("respond-async");
  }

  static List<String> bodies() {
    return List.of(
        "",
        " ",
        "[".repeat(100_000),
        "{'a':".repeat(5000),
        "{'data':{'columns':{'y':" + "[".repeat(5000),
        "{'data':{'columns':{'y':[" + "1".repeat(5000) + "]}},'variable':'y'}",
        "{'data':{'columns':{'" + "y".repeat(100_000) + "':[1]}},'variable':'y'}",
        "{'data':{'columns':{'y':[1]}},'variable':'y'} 1");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_that_no_parser_takes_is_malformed(String body) {
    // When
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                Call.read(
                    "median-interval", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.reason()).isEqualTo("malformed-json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "moderation; 'method':'moderation','formula':'y ~ e','interaction':['y','e']",
        "moderation; 'method':'multiple-imputation','formula':'y ~ e','interaction':['y','e']",
        "multiple-imputation; 'analysis':{'method':'moderation','formula':'y ~ e'}",
        "multiple-imputation; 'analysis':{'method':'multiple-imputation','formula':'y ~ e'}"
      })
  void a_method_that_names_itself_makes_no_sense(String method, String options) {
    // When
    Problem problem =
        catchThrowableOfType(Problem.class, () -> call(method, 10, 2, options).answer());

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.faults().getFirst().pointer()).endsWith("/method");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "rank-sum; 500; 'variable':'f','group':'e','exact':'ALWAYS'",
        "multiple-imputation; 514; 'analysis':{'method':'linear-regression','formula':'y ~ e'},'imputations':1000,'iterations':20"
      })
  void what_takes_ten_seconds_is_within_a_call(String method, int rows, String options) {
    Call call = call(method, rows, 15, options);
    call.requireWithin(Call.WORK_OF_A_CALL, HALF_A_GIGABYTE);
    assertThat(call.work()).isGreaterThan(1e8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "bootstrap; 'variable':'y','resamples':1; one resample",
        "robust-regression; 'formula':'y ~ e','tune':0.01; no row has weight",
        "linear-regression; 'formula':'y ~ f','reference':{'f':'L7'}; the reference L7 of f"
      })
  void what_is_undefined_or_ignored_has_a_note(String method, String options, String note) {
    Call call = call(method, 40, 3, options);
    assertThat(call.answer().path("notes").toString()).contains(note);
  }
}
