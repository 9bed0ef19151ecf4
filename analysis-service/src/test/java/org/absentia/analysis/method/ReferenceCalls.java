package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.absentia.statistics.CsvTable;

/**
 * Requests with what each answer must hold: see src/test/resources/statistics/README.md for where
 * they come from.
 */
final class ReferenceCalls {
  static final Path FOLDER = Path.of("src/test/resources/statistics");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferenceCalls() {}

  /** All cases in order of name. */
  static Stream<JsonNode> cases() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("calls"))) {
      return files.sorted().toList().stream().map(ReferenceCalls::read);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The faults of a case: what its answers do not hold. */
  static List<String> faults(JsonNode reference) {
    List<String> faults = new ArrayList<>();
    List<JsonNode> answers = new ArrayList<>();
    for (JsonNode call : reference.path("calls")) {
      String method = call.path("method").asText();
      JsonNode answer = answer(method, request(call, answers));
      answers.add(answer);
      for (JsonNode check : call.path("checks")) {
        ReferenceCheck.fault(check, answer)
            .ifPresent(fault -> faults.add("call " + answers.size() + " " + method + ": " + fault));
      }
    }
    return faults;
  }

  private static JsonNode answer(String method, ObjectNode request) {
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return JSON.readTree(Methods.answer(method, body).toString());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Puts in the columns of a file, or the fits of the calls before. */
  private static ObjectNode request(JsonNode call, List<JsonNode> answers) {
    ObjectNode request = call.path("request").deepCopy();
    JsonNode file = request.at("/data/file");
    if (file.isTextual()) {
      CsvTable table = CsvTable.read(FOLDER.resolve("data").resolve(file.asText()));
      ObjectNode columns = JSON.createObjectNode();
      for (JsonNode name : request.at("/data/columns")) {
        columns.set(name.asText(), column(table.texts(name.asText())));
      }
      request.putObject("data").set("columns", columns);
    }
    if (request.has("fitsOfLast")) {
      int last = request.remove("fitsOfLast").asInt();
      ArrayNode fits = request.putArray("fits");
      answers.subList(answers.size() - last, answers.size()).forEach(a -> fits.add(fit(a)));
    }
    JsonNode degrees = request.path("completeDegreesOfFreedom").path("ofLast");
    if (degrees.isTextual()) {
      request.set("completeDegreesOfFreedom", answers.getLast().path(degrees.asText()));
    }
    return request;
  }

  private static ObjectNode fit(JsonNode answer) {
    ObjectNode fit = JSON.createObjectNode();
    ObjectNode coefficients = fit.putObject("coefficients");
    answer
        .path("coefficients")
        .forEach(row -> coefficients.set(row.path("term").asText(), row.path("estimate")));
    fit.set("covariance", answer.path("covariance"));
    return fit;
  }

  /** Numbers if every field is one, texts otherwise; an empty field is missing. */
  private static ArrayNode column(List<String> texts) {
    ArrayNode column = JSON.createArrayNode();
    boolean numbers = texts.stream().allMatch(ReferenceCalls::isNumber);
    for (String text : texts) {
      if (text.isEmpty()) {
        column.addNull();
      } else if (numbers) {
        column.add(Double.parseDouble(text));
      } else {
        column.add(text);
      }
    }
    return column;
  }

  private static boolean isNumber(String text) {
    return text.isEmpty() || text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
  }
}
