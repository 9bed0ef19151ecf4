package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, the answer is an answer or a refusal that says why. */
class MethodFuzzTest {
  private static final int REQUESTS = 150;
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> methods() {
    return Methods.names();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_request_is_answered_without_NaN_or_refused_with_a_place(String method) {
    // Given
    List<String> faults = new ArrayList<>();
    for (int seed = 1; seed <= REQUESTS; seed++) {
      ObjectNode request = RandomRequest.of(method, seed);

      // When
      String fault = fault(method, request);

      // Then
      if (!fault.isEmpty()) {
        faults.add("seed " + seed + ": " + fault);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static String fault(String method, ObjectNode request) {
    try {
      byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
      return ofAnswer(method, request, JSON.readTree(Methods.answer(method, body).toString()));
    } catch (Problem problem) {
      boolean named = problem.faults().stream().allMatch(fault -> fault.pointer().startsWith("/"));
      boolean refused = problem.status() == 400 || problem.status() == 422;
      return named && refused && !problem.faults().isEmpty() ? "" : problem.body().toString();
    } catch (IOException | RuntimeException failure) {
      return failure.toString();
    }
  }

  private static String ofAnswer(String method, JsonNode request, JsonNode answer) {
    if (!answer.path("method").asText().equals(method) || !answer.path("notes").isArray()) {
      return "lacks method or notes";
    }
    if (request.has("data") && !answer.path("rows").has("used")) {
      return "lacks rows";
    }
    boolean number = answer.findValues("estimate").stream().allMatch(e -> e.isNull() || finite(e));
    return number && !holdsNotANumber(answer) ? "" : "holds a number that is not finite";
  }

  private static boolean finite(JsonNode number) {
    return number.isNumber() && Double.isFinite(number.doubleValue());
  }

  private static boolean holdsNotANumber(JsonNode node) {
    boolean text =
        node.isTextual() && List.of("NaN", "Infinity", "-Infinity").contains(node.asText());
    boolean infinite = node.isNumber() && !finite(node);
    if (text || infinite) {
      return true;
    }
    for (JsonNode child : node) {
      if (holdsNotANumber(child)) {
        return true;
      }
    }
    return false;
  }
}
