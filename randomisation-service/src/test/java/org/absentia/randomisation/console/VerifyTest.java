package org.absentia.randomisation.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the program to bundles and vectors of an independent implementation (rnd-1/README.md). */
class VerifyTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void each_bundle_gives_exactly_its_faults() throws IOException {
    // Given
    Path cases = folder.resolve("bundles.jsonl");
    try (InputStream zipped = new GZIPInputStream(resource("bundles.jsonl.gz"))) {
      Files.copy(zipped, cases);
    }

    // When
    int code = verify("--cases", cases.toString());

    // Then
    assertThat(printed.toString(UTF_8)).isEqualTo("68 passed, 0 failed\n");
    assertThat(code).isZero();
  }

  @Test
  void each_vector_is_matched_to_the_letter() throws IOException {
    assertThat(verify("--vectors", vectors(text -> text))).isZero();
    assertThat(printed.toString(UTF_8)).isEqualTo("19 passed, 0 failed\n");
  }

  @Test
  void a_wrong_vector_is_named_with_both_values() throws IOException {
    // When
    int code =
        verify(
            "--vectors",
            vectors(text -> text.replace("\"ABBBAAABABABAABABA", "\"BBBBAAABABABAABABA")));

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(printed.toString(UTF_8))
        .contains("WEI_URN: stated BBBB")
        .endsWith("18 passed, 1 failed\n");
  }

  @Test
  void an_intact_bundle_is_described() throws IOException {
    // When
    int code = verify(bundle(text -> text).toString());

    // Then
    assertThat(code).isZero();
    assertThat(printed.toString(UTF_8))
        .isEqualTo(
            "164 log entries, 40 allocations, 3 signed heads, 40 analysed;"
                + " key of two shares and a beacon\nno fault found\n");
  }

  @Test
  void a_fault_is_named_with_its_place() throws IOException {
    // When
    int code = verify(bundle(text -> text.replace("beacon-", "beacon+")).toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(printed.toString(UTF_8))
        .startsWith("SHARE_MISMATCH /opening/key: the key does not follow");
  }

  @Test
  void what_is_no_bundle_is_said_to_be_none_and_where() throws IOException {
    assertThat(verify(bundle(text -> text.substring(0, 5000)).toString())).isEqualTo(2);
    assertThat(verify(bundle(text -> text.replace("\"salt\":\"", "\"salt\":\"x")).toString()))
        .isEqualTo(2);
    assertThat(verify(bundle(text -> "[]").toString())).isEqualTo(2);
    assertThat(verify(bundle(text -> text + "{}").toString())).isEqualTo(2);
    assertThat(verify(folder.resolve("none").toString())).isEqualTo(2);
    assertThat(verify()).isEqualTo(2);
    assertThat(printed.toString(UTF_8))
        .contains("not JSON")
        .contains("/opening/salt: must be 64 lower-case hex digits")
        .contains("a bundle is a JSON object")
        .contains("something follows the bundle")
        .contains("there is no file")
        .contains("usage:");
  }

  @Test
  void a_bundle_without_its_log_heads_or_analysis_does_not_pass() throws IOException {
    assertThat(verify(bundle(text -> text.replace("\"log\":", "\"lag\":")).toString()))
        .isEqualTo(2);
    assertThat(verify(bundle(text -> text.replace("\"heads\":", "\"hats\":")).toString()))
        .isEqualTo(2);
    assertThat(verify(bundle(text -> text.replace("\"analysis\":", "\"was\":")).toString()))
        .isEqualTo(2);
    assertThat(verify(bundle(text -> text.replace("\"design\":", "\"plan\":")).toString()))
        .isEqualTo(2);
    assertThat(printed.toString(UTF_8))
        .contains("/log: is missing")
        .contains("/heads: is missing")
        .contains("/analysis: is missing")
        .contains("/design: must be an object");
  }

  @Test
  void a_number_that_would_fill_the_memory_is_refused() throws IOException {
    for (String bomb : List.of("1e2147483647", "1e999999999", "1e99999999999")) {
      assertThat(verify(bundle(text -> numbered(text, "\"seq\":0", bomb)).toString())).isEqualTo(2);
      assertThat(verify(bundle(text -> numbered(text, "\"slotsPerStratum\":60", bomb)).toString()))
          .isEqualTo(2);
    }
    assertThat(printed.toString(UTF_8).lines())
        .hasSize(6)
        .allMatch(line -> line.endsWith("a number whose exponent no one would write"));
  }

  private static String numbered(String text, String member, String number) {
    String replaced =
        text.replaceFirst(member, member.substring(0, member.indexOf(':') + 1) + number);
    assertThat(replaced).isNotEqualTo(text);
    return replaced;
  }

  @Test
  void a_design_without_a_ratio_is_a_fault_of_the_bundle() throws IOException {
    assertThat(verify(bundle(text -> text.replace("\"ratio\":", "\"rate\":")).toString()))
        .isEqualTo(1);
    assertThat(printed.toString(UTF_8)).contains("ROOT_MISMATCH /design");
  }

  @Test
  void a_file_of_another_kind_gets_a_sentence_and_no_stack_trace() throws IOException {
    // Given
    Path folderOnly = Files.createDirectory(folder.resolve("only"));
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {'{', (byte) 0xff, (byte) 0xfe});
    Path unknown =
        Files.writeString(folder.resolve("unknown"), "{\"faults\":[\"NONE\"],\"bundle\":{}}");

    // When, Then
    assertThat(verify(folderOnly.toString())).isEqualTo(2);
    assertThat(verify("--cases", folderOnly.toString())).isEqualTo(2);
    assertThat(verify("--vectors", folderOnly.toString())).isEqualTo(2);
    assertThat(verify("--cases", bytes.toString())).isEqualTo(2);
    assertThat(verify("--cases", unknown.toString())).isEqualTo(1);
    for (String key : List.of("key", "salt", "share1", "shareSalt")) {
      assertThat(verify("--vectors", vectors(text -> withBroken(text, key)))).isEqualTo(2);
    }
    assertThat(
            verify("--vectors", vectors(text -> text.replace("\"sex\": \"F\"", "\"six\": \"F\""))))
        .isEqualTo(2);
    assertThat(
            verify(
                "--vectors", vectors(text -> text.replace("\"fromSlot\": 12", "\"fromSlot\": -1"))))
        .isEqualTo(2);
    assertThat(printed.toString(UTF_8))
        .contains("cannot be opened: ")
        .contains("not text in UTF-8")
        .contains("no fault is called \"NONE\"")
        .contains("key: must be 64 hex digits")
        .contains("a participant has no level of a factor");
  }

  private static String withBroken(String text, String name) {
    return text.replaceFirst("(\"" + name + "\":\\s*\")[0-9a-f]{64}", "$1xyz");
  }

  private int verify(String... words) throws IOException {
    return new Verify(new PrintStream(printed, true, UTF_8)).run(List.of(words));
  }

  private String vectors(UnaryOperator<String> change) throws IOException {
    return written("vectors.json", change).toString();
  }

  private Path bundle(UnaryOperator<String> change) throws IOException {
    return written("permuted-block-intact.json", change);
  }

  private Path written(String name, UnaryOperator<String> change) throws IOException {
    try (InputStream in = resource(name)) {
      return Files.writeString(
          folder.resolve(name), change.apply(new String(in.readAllBytes(), UTF_8)));
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(VerifyTest.class.getResourceAsStream("/rnd-1/" + name));
  }
}
