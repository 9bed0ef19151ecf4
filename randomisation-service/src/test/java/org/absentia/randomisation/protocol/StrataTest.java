package org.absentia.randomisation.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.files.InstrumentFiles;
import org.absentia.randomisation.files.ProtocolFiles;
import org.absentia.randomisation.instrument.Stratum;
import org.junit.jupiter.api.Test;

/** Factors, each with its own way to a level, and their cross. */
class StrataTest {
  private static final String HIGH =
      "\"keele-start-msk\":[10,1,1,1,1,1,1,0,0,0],\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,6]";
  private static final String OPEN =
      "\"keele-start-msk\":[10,1,1,1,1,1,1,0,0,0],\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,null]";

  private final ProtocolReader reader = new ProtocolReader(InstrumentFiles.read());

  @Test
  void strata_are_the_levels_joined_in_the_order_of_the_factors() {
    // When
    Protocol protocol = reader.read(crossed());

    // Then
    assertThat(protocol.design().strata())
        .hasSize(2 * 2 * 8)
        .startsWith("HIGH/no/0101", "HIGH/no/0104")
        .endsWith("LOW_MEDIUM/yes/0701");
  }

  @Test
  void each_factor_finds_its_own_level() {
    // When
    Stratum stratum = assess("{\"female\":\"no\",\"items\":{" + HIGH + "}}", "0104").stratum();

    // Then
    assertThat(stratum)
        .isEqualTo(
            new Stratum.Determined(
                "HIGH/no/0104", Map.of("risk", "HIGH", "sex", "no", "office", "0104")));
  }

  @Test
  void one_open_factor_makes_the_stratum_undetermined_with_what_is_missing() {
    // When
    Assessment assessment = assess("{\"items\":{" + OPEN + "}}", "9999");

    // Then
    assertThat(assessment.stratum())
        .isEqualTo(new Stratum.Undetermined(List.of("ompsq-sf"), List.of("female", Strata.OFFICE)));
    assertThat(assessment.missing((Stratum.Undetermined) assessment.stratum()))
        .extracting(Fault::pointer)
        .containsExactly("/answers/items/ompsq-sf/9", "/answers/female", "/candidateId");
  }

  @Test
  void a_baseline_variable_may_be_the_level_of_one_factor() {
    // Given
    Protocol protocol = reader.read(crossed());
    Answers answers = answers(protocol, "{\"female\":\"no\",\"items\":{" + HIGH + "}}");

    // When, Then
    assertThat(
            Assessment.of(protocol, answers, Optional.of("0101"))
                .baseline(protocol, answers)
                .get("highRisk"))
        .isEqualTo(Optional.of(new Value.Level("yes")));
  }

  @Test
  void the_form_with_one_rule_means_the_same_as_before() {
    // Given
    Protocol protocol = reader.read(ProtocolFiles.find("mi-nav").orElseThrow());

    // When, Then
    assertThat(
            Assessment.of(
                    protocol, answers(protocol, "{\"items\":{" + HIGH + "}}"), Optional.empty())
                .stratum())
        .isEqualTo(new Stratum.Determined("HIGH", Map.of("stratum", "HIGH")));
  }

  @Test
  void minimisation_has_one_stratum_and_the_factors_of_the_strata() {
    // Given
    ObjectNode protocol = crossed();
    ObjectNode design = protocol.putObject("randomisation").put("method", "MINIMISATION");
    design.putArray("ratio").add(1).add(1).add(1);
    design.putArray("factors").add("risk").add("sex").add("office");
    design.putArray("factorWeights").add(1).add(1).add(1);
    design.put("measure", "VARIANCE").putArray("bias").add(4).add(5);

    // When, Then
    assertThat(reader.read(protocol).design().strata()).containsExactly("*");
    design.withArray("factors").remove(2);
    design.withArray("factorWeights").remove(2);
    assertThat(faults(protocol)).containsExactly("/randomisation/factors");
  }

  @Test
  void what_no_factor_can_be_is_named_with_its_place() {
    // Given
    ObjectNode protocol = crossed();
    factor(protocol, 0).withArray("levels").add("A/B");
    factor(protocol, 1).put("variable", "age");
    factor(protocol, 2).withArray("levels").remove(0);
    factor(protocol, 2).put("name", "sex").put("surprise", 1);

    // When, Then
    assertThat(faults(protocol))
        .contains(
            "/strata/factors/0/levels",
            "/strata/factors/0/rule",
            "/strata/factors/1/variable",
            "/strata/factors/2/levels",
            "/strata/factors/2/name",
            "/strata/factors/2/surprise");
  }

  @Test
  void strata_and_slots_are_bounded() {
    // Given
    ObjectNode many = crossed();
    for (int i = 3; i < 9; i++) {
      many.withObject("/strata")
          .withArray("factors")
          .addObject()
          .put("name", "again" + i)
          .put("variable", "female")
          .putArray("levels")
          .add("no")
          .add("yes");
    }
    ObjectNode long32 = crossed();
    long32.withObject("/randomisation").put("slotsPerStratum", 40_000);

    // When, Then
    assertThat(faults(many)).contains("/strata");
    assertThat(faults(long32)).containsExactly("/randomisation/slotsPerStratum");
  }

  private Assessment assess(String answers, String office) {
    Protocol protocol = reader.read(crossed());
    return Assessment.of(protocol, answers(protocol, answers), Optional.of(office));
  }

  private static Answers answers(Protocol protocol, String json) {
    Faults faults = new Faults();
    Answers answers =
        new AnswersReader(protocol)
            .read(JsonReader.of(JsonReader.parse(json.getBytes(UTF_8)), faults));
    assertThat(List.copyOf(faults.list())).isEmpty();
    return answers;
  }

  private List<String> faults(ObjectNode protocol) {
    return catchThrowableOfType(Problem.class, () -> reader.read(protocol)).faults().stream()
        .map(Fault::pointer)
        .toList();
  }

  private static ObjectNode factor(ObjectNode protocol, int place) {
    return (ObjectNode) protocol.at("/strata/factors/" + place);
  }

  private static ObjectNode crossed() {
    ObjectNode protocol = (ObjectNode) ProtocolFiles.find("mi-nav").orElseThrow().deepCopy();
    var rule = protocol.at("/strata/rule").deepCopy();
    var factors = protocol.putObject("strata").putArray("factors");
    factors.addObject().put("name", "risk").set("rule", rule);
    factors.addObject().put("name", "sex").put("variable", "female");
    factors.addObject().put("name", "office").put("source", "OFFICE");
    factor(protocol, 0).putArray("levels").add("HIGH").add("LOW_MEDIUM");
    factor(protocol, 1).putArray("levels").add("no").add("yes");
    factor(protocol, 2).set("levels", protocol.at("/recruitment/offices").deepCopy());
    return protocol;
  }
}
