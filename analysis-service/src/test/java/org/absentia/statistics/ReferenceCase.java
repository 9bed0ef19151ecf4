package org.absentia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.absentia.statistics.data.Sample;
import org.junit.jupiter.api.DynamicTest;

/**
 * A reference case with its data: see src/test/resources/statistics/README.md for where they come
 * from.
 */
public record ReferenceCase(String id, JsonNode content) {

  private static final Path FOLDER = Path.of("src/test/resources/statistics");
  private static final ObjectMapper JSON = new ObjectMapper();

  public static ReferenceCase named(String id) {
    return read(FOLDER.resolve("cases").resolve(id + ".json"));
  }

  /** Make one test of each case whose file name begins so; at least one must be there. */
  static Stream<DynamicTest> each(String prefix, Consumer<ReferenceCase> test) {
    try (Stream<Path> files = Files.list(FOLDER.resolve("cases"))) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
      assertThat(found).isNotEmpty();
      return found.stream()
          .map(ReferenceCase::read)
          .map(found2 -> DynamicTest.dynamicTest(found2.id(), () -> test.accept(found2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceCase read(Path file) {
    try {
      JsonNode content = JSON.readTree(file.toFile());
      return new ReferenceCase(content.get("id").asText(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode expected() {
    return content.get("expected");
  }

  public CsvTable data() {
    return CsvTable.read(FOLDER.resolve(content.get("data").asText()));
  }

  String input(String name) {
    return content.get("inputs").get(name).asText();
  }

  Sample sample() {
    return data().sample(input("variable"));
  }

  /**
   * Split the outcome by the levels of the group, in order; some cases bring their numbers along.
   */
  TreeMap<String, Sample> twoSamples() {
    JsonNode inputs = content.get("inputs");
    if (inputs.has("a")) {
      return new TreeMap<>(
          java.util.Map.of(
              "1", Sample.of(numbers(inputs.get("a"))), "2", Sample.of(numbers(inputs.get("b")))));
    }
    if (inputs.has("x")) {
      CsvTable inline =
          CsvTable.ofColumns("x", texts(inputs.get("x")), "g", texts(inputs.get("g")));
      return inline.samplesBy("x", "g");
    }
    return data().samplesBy(input("outcome"), input("group"));
  }

  private static double[] numbers(JsonNode array) {
    return texts(array).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  /** Compare within the case's own tolerance. */
  public void check(JsonNode wanted, double found, String what) {
    JsonNode tolerance = content.get("tolerance");
    double relative = tolerance.path("rel").asDouble(0);
    double absolute = tolerance.path("abs").asDouble(0);
    check(wanted, found, what, relative, absolute);
  }

  void check(JsonNode wanted, double found, String what, double relative, double absolute) {
    if (wanted.isNull()) {
      assertThat(found).as("%s of %s", what, id).isNaN();
    } else {
      double value = wanted.asDouble();
      assertThat(found)
          .as("%s of %s", what, id)
          .isCloseTo(value, within(absolute + relative * Math.abs(value)));
    }
  }
}
