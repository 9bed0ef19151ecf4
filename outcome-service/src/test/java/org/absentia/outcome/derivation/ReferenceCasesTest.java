package org.absentia.outcome.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.absentia.outcome.json.EvaluationReading;
import org.absentia.outcome.json.OutcomeWriting;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.junit.jupiter.api.Test;

/** The 300 cases of another implementation; see resources/cases/README.md. */
class ReferenceCasesTest {
  @Test
  void every_reference_case_agrees_to_the_last_digit() throws IOException {
    // Given
    List<JsonNode> cases = cases();

    // When
    List<String> differences = new ArrayList<>();
    for (JsonNode reference : cases) {
      JsonNode answer = answer(reference.path("request"));
      differ(reference.path("id").asText(), reference.path("expected"), answer, differences);
    }

    // Then
    assertThat(cases).hasSize(300);
    assertThat(differences).isEmpty();
  }

  private static JsonNode answer(JsonNode request) {
    Faults faults = new Faults();
    EvaluationReading evaluation = EvaluationReading.read(JsonReader.of(request, faults));
    assertThat(faults.list()).isEmpty();
    return OutcomeWriting.answer(
        Derivation.outcome(evaluation.definition(), evaluation.indexDate(), evaluation.current()));
  }

  private static void differ(
      String place, JsonNode expected, JsonNode actual, List<String> differences) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              member ->
                  differ(
                      place + "/" + member.getKey(),
                      member.getValue(),
                      actual.path(member.getKey()),
                      differences));
    } else if (expected.isArray()) {
      if (expected.size() != actual.size()) {
        differences.add(place + ": another length");
      }
      for (int i = 0; i < expected.size(); i++) {
        differ(place + "/" + i, expected.get(i), actual.path(i), differences);
      }
    } else if (!equal(expected, actual)) {
      differences.add(place + ": expected " + expected + " but was " + actual);
    }
  }

  private static boolean equal(JsonNode expected, JsonNode actual) {
    return expected.isNumber() && actual.isNumber()
        ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
        : expected.equals(actual);
  }

  private static List<JsonNode> cases() throws IOException {
    try (InputStream file =
            Objects.requireNonNull(
                ReferenceCasesTest.class.getResourceAsStream("/cases/cases.jsonl.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> JsonReader.parse(line.getBytes(StandardCharsets.UTF_8)))
          .toList();
    }
  }
}
