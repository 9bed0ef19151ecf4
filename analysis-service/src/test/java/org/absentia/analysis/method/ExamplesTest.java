package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of STATISTICS.md, run; with {@code -Dexamples.update=true} written anew. */
class ExamplesTest {
  private static final Path PAGE = Path.of("STATISTICS.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "## `([a-z-]+)`:.*?Request:\\n\\n```json\\n(.*?)\\n```\\n\\nAnswer \\((.*?)\\):\\n\\n```json\\n(.*?)\\n```",
          Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MathContext DIGITS = new MathContext(6);

  private record Example(String method, String request, List<String> members, String answer) {}

  @Test
  void each_example_gives_the_answer_that_is_printed() throws IOException {
    String page = Files.readString(PAGE);
    List<Example> examples = examples(page);
    String written = page;
    for (Example example : examples) {
      String answer = answer(example);
      written = written.replace(section(example, example.answer()), section(example, answer));
      if (!Boolean.getBoolean("examples.update")) {
        assertThat(example.answer()).as("answer of %s", example.method()).isEqualTo(answer);
      }
    }
    if (Boolean.getBoolean("examples.update")) {
      Files.writeString(PAGE, written);
    }
    assertThat(examples)
        .extracting(Example::method)
        .containsExactlyInAnyOrderElementsOf(Methods.names());
  }

  private static String section(Example example, String answer) {
    return example.request() + "\n```\n\nAnswer (" + named(example) + "):\n\n```json\n" + answer;
  }

  private static String named(Example example) {
    List<String> quoted = new ArrayList<>();
    example.members().forEach(member -> quoted.add("`" + member + "`"));
    return String.join(", ", quoted);
  }

  /** The requests of the page by their methods: one for each method there is. */
  static Map<String, ObjectNode> requests() {
    try {
      Map<String, ObjectNode> requests = new LinkedHashMap<>();
      for (Example example : examples(Files.readString(PAGE))) {
        requests.put(example.method(), (ObjectNode) JSON.readTree(example.request()));
      }
      return requests;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Example> examples(String page) {
    List<Example> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(page);
    while (matcher.find()) {
      List<String> members = List.of(matcher.group(3).replace("`", "").split(", "));
      examples.add(new Example(matcher.group(1), matcher.group(2), members, matcher.group(4)));
    }
    return examples;
  }

  /** The named members, numbers to six digits. */
  private static String answer(Example example) throws IOException {
    JsonNode whole =
        JSON.readTree(
            Methods.answer(example.method(), example.request().getBytes(StandardCharsets.UTF_8))
                .toString());
    ObjectNode shown = JSON.createObjectNode();
    example.members().forEach(member -> shown.set(member, rounded(whole.path(member))));
    return shown.toString();
  }

  private static JsonNode rounded(JsonNode node) {
    if (node.isFloatingPointNumber()) {
      BigDecimal value = BigDecimal.valueOf(node.doubleValue()).round(DIGITS).stripTrailingZeros();
      return JSON.getNodeFactory().numberNode(value.doubleValue());
    }
    if (node.isArray()) {
      var array = JSON.createArrayNode();
      node.forEach(element -> array.add(rounded(element)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties().forEach(m -> object.set(m.getKey(), rounded(m.getValue())));
      return object;
    }
    return node;
  }
}
