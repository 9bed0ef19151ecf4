package org.absentia.randomisation.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trials;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a blind role sees tells the arm: neither of two rules that learn from one half of
 * the allocations guesses better than chance in the other. One run in a hundred lies outside a 99 %
 * interval by chance alone, and there are two rules; so fresh allocations are made once more then,
 * and a leak is there both times.
 */
@QuarkusTest
class LeakTest extends ServiceTest {
  private static final Logger LOG = Logger.getLogger(LeakTest.class);

  /** How many allocations; {@code -Dabsentia.leak.allocations=10000} makes the long proof of it. */
  private static final int ALLOCATIONS = Integer.getInteger("absentia.leak.allocations", 160);

  private static final int MOST_WITH_THREE_ARMS = 1_000;

  /** Names of different lengths, since a length is what betrays most easily. */
  private static final List<String> ARMS = List.of("UC", "UC+MI", "UC+SVAI");

  /** Bit 5 of the receipt's id lies in its second digit. */
  private static final int PLANTED_DIGIT = 1;

  private static final int PLANTED_BIT = 0b0100;

  @Inject MaskAllocations maskAllocations;
  @Inject Trials trials;

  @Test
  void with_two_arms_nothing_tells_the_arm_and_planted_leaks_of_a_byte_and_of_a_bit_are_found() {
    // Given
    List<Sighting> seen = sightings(ALLOCATIONS, 2);

    // When
    Verdict plain = verdict("two arms", seen, 2, UnaryOperator.identity());
    Verdict withByte = verdict("a byte more", seen, 2, LeakTest::oneByteMore);
    Verdict withBit = verdict("a bit of an id", seen, 2, LeakTest::oneBitOfAnIdentifier);

    // Then
    assertThat(withByte.isLeak()).as(withByte.toString()).isTrue();
    assertThat(withBit.isLeak()).as(withBit.toString()).isTrue();
    assertChance(plain, ALLOCATIONS, 2);
  }

  @Test
  void with_three_arms_nothing_tells_the_arm() {
    // Given
    int count = Math.min(ALLOCATIONS / 2, MOST_WITH_THREE_ARMS);

    // When
    Verdict plain = verdict("three arms", sightings(count, 3), 3, UnaryOperator.identity());

    // Then
    assertChance(plain, count, 3);
  }

  private void assertChance(Verdict first, int count, int arms) {
    if (!first.isChance()) {
      Verdict again = verdict("again", sightings(count, arms), arms, UnaryOperator.identity());
      assertThat(again.isChance()).as(first + "; with fresh allocations " + again).isTrue();
    }
  }

  private static Verdict verdict(
      String name, List<Sighting> seen, int arms, UnaryOperator<Sighting> plant) {
    Verdict verdict = Verdict.of(seen, arms, plant);
    LOG.infof("event=leak-searched what=\"%s\" allocations=%d %s", name, seen.size(), verdict);
    return verdict;
  }

  private List<Sighting> sightings(int count, int arms) {
    String trial = openSimpleTrial(arms);
    try (Caller caller = new Caller();
        Recruitment recruitment = new Recruitment(caller, trial, ARMS)) {
      Map<String, Sighting> sightings = recruitment.recruit(count, LOW);
      LOG.infof("event=recruited allocations=%d", count);
      assertThat(maskAllocations.mask(trials.find(trial).orElseThrow(), "dataset-" + trial))
          .isEqualTo(new MaskAllocations.Masked());
      new Aftermath(caller, trial, sightings).see();
      return new ArrayList<>(sightings.values());
    }
  }

  /** Each arm is drawn for itself: what a blind role knows of earlier arms foretells none. */
  private static String openSimpleTrial(int arms) {
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = protocol(trial);
    keepFirst(arms, (ArrayNode) protocol.get("arms"));
    keepFirst(arms - 1, (ArrayNode) protocol.at("/delivery/arms"));
    ArrayNode ratio =
        protocol
            .putObject("randomisation")
            .put("method", "SIMPLE")
            .put("slotsPerStratum", ALLOCATIONS)
            .putArray("ratio");
    for (int arm = 0; arm < arms; arm++) {
      ratio.add(1);
    }
    as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    return trial;
  }

  private static void keepFirst(int count, ArrayNode all) {
    while (all.size() > count) {
      all.remove(count);
    }
  }

  private static Sighting oneByteMore(Sighting sighting) {
    Answer receipt = sighting.answer("receipt");
    return sighting.withAnswer(
        "receipt", receipt.withBody(receipt.body() + " ".repeat(sighting.arm())));
  }

  private static Sighting oneBitOfAnIdentifier(Sighting sighting) {
    Answer receipt = sighting.answer("receipt");
    JsonNode json = JsonReader.parse(receipt.body().getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder(json.get("receiptId").asText());
    int digit = Character.digit(id.charAt(PLANTED_DIGIT), 16) & ~PLANTED_BIT;
    id.setCharAt(PLANTED_DIGIT, Character.forDigit(digit | (sighting.arm() * PLANTED_BIT), 16));
    return sighting.withAnswer(
        "receipt",
        receipt.withBody(((ObjectNode) json).put("receiptId", id.toString()).toString()));
  }
}
