package org.absentia.randomisation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.files.InstrumentFiles;
import org.absentia.randomisation.files.ProtocolFiles;
import org.junit.jupiter.api.Test;

class ProtocolReaderTest {
  private final ProtocolReader reader = new ProtocolReader(InstrumentFiles.read());

  @Test
  void both_shipped_protocols_are_whole() {
    for (String name : ProtocolFiles.names()) {
      // When
      Protocol protocol = reader.read(ProtocolFiles.find(name).orElseThrow());

      // Then
      assertThat(protocol.trial()).isEqualTo(name);
      assertThat(protocol.baseline()).isNotEmpty();
    }
  }

  @Test
  void the_design_of_mi_nav_is_the_one_the_paper_tells() {
    // When
    Protocol protocol = reader.read(miNav());

    // Then
    assertThat(new String(protocol.design().canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"alg\":\"RND-1\",\"arms\":[\"UC\",\"UC+MI\",\"UC+SVAI\"],\"blockSizes\":[3,6,9],"
                + "\"method\":\"PERMUTED_BLOCK\",\"ratio\":[1,1,1],\"slotsPerStratum\":600,"
                + "\"strata\":[\"HIGH\",\"LOW_MEDIUM\"],\"trial\":\"mi-nav\",\"version\":\"v1\"}");
  }

  @Test
  void the_digest_does_not_depend_on_the_order_of_members_or_the_writing_of_numbers() {
    // Given
    JsonNode one =
        JsonReader.parse("{\"a\":1.50,\"b\":[1e1,null]}".getBytes(StandardCharsets.UTF_8));
    JsonNode two = JsonReader.parse("{ \"b\":[10], \"a\":1.5 }".getBytes(StandardCharsets.UTF_8));

    // When, Then
    assertThat(PlainJson.canonical(one)).isEqualTo("{\"a\":1.5,\"b\":[10,null]}");
    assertThat(PlainJson.canonical(two)).isEqualTo("{\"a\":1.5,\"b\":[10]}");
  }

  @Test
  void every_fault_is_named_at_once() {
    // Given
    ObjectNode protocol = miNav().deepCopy();
    protocol.put("format", "other").put("surprise", true).remove("consent");
    object(protocol, "/recruitment").put("to", "2018-01-01").put("pilot", 600);
    object(protocol, "/randomisation").putArray("blockSizes").add(4);
    object(protocol, "/strata/rule/0").put("stratum", "MIDDLE");
    object(protocol, "/baseline/0").put("summary", "MODE");
    object(protocol, "/baseline/11").put("instrument", "sf-36");
    object(protocol, "/analysis").put("window", "half a year");

    // When
    Problem problem = refusal(protocol);

    // Then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.reason()).isEqualTo("invalid-protocol");
    assertThat(problem.faults())
        .extracting(Fault::pointer)
        .contains(
            "/format",
            "/surprise",
            "/consent",
            "/recruitment/to",
            "/recruitment/pilot",
            "/randomisation/blockSizes",
            "/strata/rule/0/stratum",
            "/baseline/0/summary",
            "/baseline/11/instrument",
            "/analysis/window");
  }

  @Test
  void an_empty_document_has_each_section_missing_and_no_exception() {
    // When
    Problem problem = refusal(JsonReader.parse("{}".getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(problem.faults())
        .extracting(Fault::pointer)
        .contains("/format", "/trial", "/arms", "/recruitment", "/strata", "/randomisation");
  }

  @Test
  void texts_and_the_document_are_bounded() {
    // Given
    ObjectNode long500 = miNav().deepCopy();
    long500.put("title", "t".repeat(500));
    ObjectNode long501 = miNav().deepCopy();
    long501.put("title", "t".repeat(501));
    object(long501, "/arms/1").put("label", "l".repeat(501));
    object(long501, "/baseline/2").put("label", "l".repeat(501));
    ObjectNode large = miNav().deepCopy();
    for (int i = 0; i < 600; i++) {
      object(large, "/screening").put("note" + i, "n".repeat(500));
    }

    // When, Then
    assertThat(reader.read(long500).title()).hasSize(500);
    assertThat(refusal(long501).faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/title", "/arms/1/label", "/baseline/2/label");
    assertThat(refusal(large).faults()).extracting(Fault::detail).contains("has at most 256 kB");
  }

  @Test
  void an_office_that_is_no_number_or_named_twice_is_a_fault_of_its_place() {
    // Given
    ObjectNode protocol = miNav().deepCopy();
    object(protocol, "/recruitment").putArray("offices").add("0101").add("Moss").add("0101");

    // When, Then
    assertThat(refusal(protocol).faults())
        .extracting(Fault::pointer)
        .containsExactly("/recruitment/offices/1", "/recruitment/offices/2");
  }

  @Test
  void a_ratio_that_does_not_fit_the_arms_is_a_fault_of_the_ratio() {
    // Given
    ObjectNode protocol = miNav().deepCopy();
    object(protocol, "/randomisation").putArray("ratio").add(1).add(2);

    // When, Then
    assertThat(refusal(protocol).faults())
        .extracting(Fault::pointer)
        .containsExactly("/randomisation/ratio");
  }

  @Test
  void answers_outside_the_protocol_are_refused_with_their_pointers() {
    // Given
    Protocol protocol = reader.read(miNav());
    Faults faults = new Faults();
    JsonNode answers =
        JsonReader.parse(
            """
            {"age":17,"female":"maybe","height":180,"contract":"FULL_TIME","bodyMassIndex":"27",
             "items":{"ompsq-sf":[1,2,3],"keele-start-msk":[11,2,0,0,0,0,0,0,0,null],"sf-36":[]}}
            """
                .getBytes(StandardCharsets.UTF_8));

    // When
    new AnswersReader(protocol).read(JsonReader.of(answers, faults));

    // Then
    assertThat(faults.list())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/age",
            "/female",
            "/height",
            "/contract",
            "/bodyMassIndex",
            "/items/ompsq-sf",
            "/items/keele-start-msk/0",
            "/items/keele-start-msk/1",
            "/items/sf-36");
  }

  @Test
  void answers_are_read_back_as_they_were_written() {
    // Given
    Protocol protocol = reader.read(miNav());
    Answers answers =
        answers(
            protocol,
            "{\"age\":49.0,\"female\":\"yes\",\"items\":{\"ompsq-sf\":[1,2,3,4,5,6,7,8,9,null]}}");

    // When
    Answers again = answers(protocol, answers.canonical());

    // Then
    assertThat(again).isEqualTo(answers);
    assertThat(answers.canonical())
        .isEqualTo(
            "{\"age\":49,\"female\":\"yes\",\"items\":{\"ompsq-sf\":[1,2,3,4,5,6,7,8,9,null]}}");
  }

  private static Answers answers(Protocol protocol, String json) {
    Faults faults = new Faults();
    Answers answers =
        new AnswersReader(protocol)
            .read(JsonReader.of(JsonReader.parse(json.getBytes(StandardCharsets.UTF_8)), faults));
    assertThat(List.copyOf(faults.list())).isEmpty();
    return answers;
  }

  private Problem refusal(JsonNode document) {
    return catchThrowableOfType(Problem.class, () -> reader.read(document));
  }

  private static ObjectNode object(JsonNode protocol, String pointer) {
    return (ObjectNode) protocol.at(pointer);
  }

  private static JsonNode miNav() {
    return ProtocolFiles.find("mi-nav").orElseThrow();
  }
}
