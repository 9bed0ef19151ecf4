package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalMethodsTest {
  private static final String DATA =
      """
      {"data":{"columns":{"t":[1,2,2,3,4,5,6,null],"e":[1,1,0,1,1,0,1,1],"x":[0,1,0,1,1,0,0,1],
        "id":[1,1,2,2,3,3,4,4],"w":[1,2,1,0,1,1,2,1],"two":[1,1,0,2,1,0,1,1],"neg":[1,-2,2,3,4,5,6,7],
        "name":["a","a","b","b","c","c","d","d"]}},%s}
      """;

  private static JsonNode answer(String method, String options) {
    String body = DATA.formatted(options.replace('\'', '"'));
    String answer = Methods.answer(method, body.getBytes(StandardCharsets.UTF_8)).toString();
    try {
      return new ObjectMapper().readTree(answer);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "kaplan-meier | 'time':'neg','event':'e' | /time",
        "kaplan-meier | 'time':'t','event':'two' | /event",
        "kaplan-meier | 'time':'name','event':'e' | /time",
        "kaplan-meier | 'time':'t','event':'none' | /event",
        "kaplan-meier | 'time':'t' | /event",
        "kaplan-meier | 'time':'t','event':'e','tau':0 | /tau",
        "kaplan-meier | 'time':'t','event':'e','interval':'LOGIT' | /interval",
        "log-rank | 'time':'t','event':'e' | /group",
        "log-rank | 'time':'t','event':'two','group':'x' | /event",
        "log-rank | 'time':'t','event':'e','group':'x','strata':['nobody'] | /strata",
        "cox | 'time':'neg','event':'e','formula':'x' | /time",
        "cox | 'time':'t','event':'two','formula':'x' | /event",
        "cox | 'time':'t','event':'e','formula':'t ~ x' | /formula",
        "cox | 'time':'t','event':'e','formula':'x','weight':'name' | /weight",
        "cox | 'time':'t','event':'e','formula':'x','weight':'neg' | /weight",
        "cox | 'time':'t','event':'e','formula':'x','tyes':'EFRON' | /tyes"
      })
  void what_makes_no_sense_is_a_fault_of_its_place(String method, String options, String place) {
    // When
    Problem problem = catchThrowableOfType(Problem.class, () -> answer(method, options));

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.body().toString()).contains(place);
  }

  @Test
  void restricted_means_at_tau_come_with_their_differences() {
    // When
    JsonNode answer = answer("kaplan-meier", "'time':'t','event':'e','group':'x','tau':3.5");

    // Then
    assertThat(answer.at("/results/0/restrictedMean/upTo").asDouble()).isEqualTo(3.5);
    JsonNode difference = answer.at("/restrictedMeanDifferences/0");
    assertThat(difference.get("group").asText()).isEqualTo("1");
    assertThat(difference.get("reference").asText()).isEqualTo("0");
    assertThat(difference.get("estimate").asDouble())
        .isEqualTo(
            answer.at("/results/1/restrictedMean/value").asDouble()
                - answer.at("/results/0/restrictedMean/value").asDouble());
    assertThat(answer("kaplan-meier", "'time':'t','event':'e'").has("restrictedMeanDifferences"))
        .isFalse();
  }

  @Test
  void rows_of_weight_0_are_left_out_and_clusters_make_the_covariance_robust() {
    // When
    JsonNode naive = answer("cox", "'time':'t','event':'e','formula':'x','weight':'w'");
    JsonNode robust =
        answer("cox", "'time':'t','event':'e','formula':'x','weight':'w','cluster':'id'");

    // Then
    assertThat(naive.at("/rows/used").asInt()).isEqualTo(6);
    assertThat(naive.get("notes").toString()).contains("1 rows of weight 0");
    assertThat(robust.at("/coefficients/0/estimate"))
        .isEqualTo(naive.at("/coefficients/0/estimate"));
    assertThat(robust.at("/coefficients/0/standardError"))
        .isNotEqualTo(naive.at("/coefficients/0/standardError"));
  }

  @Test
  void residuals_have_an_entry_for_each_row_of_the_input() {
    // When
    JsonNode answer =
        answer(
            "cox",
            "'time':'t','event':'e','formula':'x','strata':['id'],'baseline':true,'residuals':true");

    // Then
    assertThat(answer.at("/residuals/martingale")).hasSize(8);
    assertThat(answer.at("/residuals/martingale/7").isNull()).isTrue();
    assertThat(answer.at("/baseline/0/stratum").asText()).isEqualTo("1");
    assertThat(answer.at("/proportionalHazards/correlation").isNull()).isTrue();
  }
}
