package org.absentia.randomisation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.verification.Bundle;
import org.junit.jupiter.api.Test;

/** Sixty-four clients with repeated and competing requests: no double, no gap, exact blocks. */
@QuarkusTest
class ManyClientsTest extends ServiceTest {
  private static final int CLIENTS = 64;
  private static final int BLOCK = 6;

  @Test
  void ten_thousand_requests_fill_exact_blocks_without_a_double_or_a_gap() throws Exception {
    // Given
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    ObjectNode design = protocol.withObject("/randomisation");
    design.putArray("blockSizes").add(BLOCK);
    design.put("slotsPerStratum", 2000);
    Conduct conduct = Conduct.open(protocol);
    List<String> participants = conduct.enrol(2500);

    // When
    List<HttpRequest> requests = conduct.fourRequestsEach(participants);
    List<HttpResponse<String>> answers = Clients.send(CLIENTS, requests);

    // Then
    assertThat(requests).hasSize(10_000);
    Map<String, Set<Integer>> slots = slots(answers, participants.size());
    assertThat(slots.get("HIGH")).isEqualTo(firstSlots(834));
    assertThat(slots.get("LOW_MEDIUM")).isEqualTo(firstSlots(1666));
    String bundle = conduct.bundle();
    assertThat(Conduct.findings(bundle)).isEmpty();
    assertExactBlocks(Conduct.read(bundle), slots(answers));
  }

  @Test
  void minimisation_under_the_same_load_is_what_the_exported_log_gives() throws Exception {
    // Given
    ObjectNode protocol = Conduct.factorProtocol();
    ObjectNode design = protocol.putObject("randomisation").put("method", "MINIMISATION");
    design.putArray("ratio").add(1).add(1).add(1);
    design.putArray("factors").add("office").add("risk").add("sex");
    design.putArray("factorWeights").add(1).add(3).add(2);
    design.put("measure", "RANGE").putArray("bias").add(4).add(5);
    Conduct conduct = Conduct.open(protocol);
    List<String> participants = conduct.enrol(1200);
    List<HttpRequest> requests = conduct.fourRequestsEach(participants);

    // When: a slot is voided in the middle, which draws nothing
    List<HttpResponse<String>> answers = new ArrayList<>();
    answers.addAll(Clients.send(CLIENTS, requests.subList(0, 2000)));
    conduct.decide(
        conduct.propose("{\"action\":\"VOID_SLOT\",\"stratum\":\"*\",\"reason\":\"seen\"}"));
    answers.addAll(Clients.send(CLIENTS, requests.subList(2000, requests.size())));

    // Then: the arms that were given are those that the verifier derives anew
    Map<String, Set<Integer>> slots = slots(answers, participants.size());
    assertThat(slots.keySet()).containsExactly("*");
    assertThat(slots.get("*")).hasSize(1200).isSubsetOf(firstSlots(1201));
    String bundle = conduct.bundle();
    assertThat(Conduct.findings(bundle)).isEmpty();
    assertThat(Conduct.read(bundle).analysis()).hasSize(1200);
    assertThat(
            Conduct.read(bundle).analysis().stream().filter(row -> row.arm().equals("UC")).count())
        .as("in balance, as minimisation is")
        .isBetween(390L, 410L);
  }

  @Test
  void epochs_that_start_under_load_hold_from_their_slot_on() throws Exception {
    // Given
    ObjectNode protocol = protocol("t-" + UUID.randomUUID());
    ObjectNode design = protocol.putObject("randomisation").put("method", "WEIGHTED_EPOCHS");
    design.putArray("initialWeights").add(1).add(1).add(1);
    design.putArray("limits").addArray().add(1).add(1).add(6);
    design.withArray("limits").addArray().add(6).add(1).add(1);
    design.withArray("limits").addArray().add(1).add(6).add(1);
    Conduct conduct = Conduct.open(protocol);
    List<HttpRequest> requests = conduct.fourRequestsEach(conduct.enrol(300));

    // When
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      answers.addAll(Clients.send(CLIENTS, requests.subList(part * 400, part * 400 + 400)));
      conduct.decide(
          conduct.propose(
              "{\"action\":\"START_EPOCH\",\"reason\":\"seats\",\"stratum\":\"LOW_MEDIUM\",\"weights\":["
                  + List.of("6,1,1", "1,6,1", "1,1,6").get(part)
                  + "]}"));
    }

    // Then
    Map<String, Set<Integer>> slots = slots(answers, 300);
    assertThat(slots.get("LOW_MEDIUM")).isEqualTo(firstSlots(200));
    assertThat(Conduct.findings(conduct.bundle())).isEmpty();
  }

  /** Every participant has one receipt, whatever came twice, and each slot one participant. */
  private static Map<String, Set<Integer>> slots(
      List<HttpResponse<String>> answers, int participants) {
    assertThat(answers.stream().map(HttpResponse::statusCode).distinct()).isSubsetOf(200, 201, 409);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(participants);
    List<JsonNode> receipts = slots(answers);
    assertThat(receipts).hasSize(participants);
    assertThat(receipts.stream().map(receipt -> receipt.get("participantId")).distinct())
        .hasSize(participants);
    Map<String, Set<Integer>> slots = new HashMap<>();
    for (JsonNode receipt : receipts) {
      assertThat(
              slots
                  .computeIfAbsent(receipt.get("stratum").asText(), name -> new TreeSet<>())
                  .add(receipt.get("slot").asInt()))
          .isTrue();
    }
    return slots;
  }

  private static List<JsonNode> slots(List<HttpResponse<String>> answers) {
    Set<String> receipts = new HashSet<>();
    answers.stream()
        .filter(answer -> answer.statusCode() != 409)
        .forEach(answer -> receipts.add(answer.body()));
    return receipts.stream().map(text -> JsonReader.parse(text.getBytes(UTF_8))).toList();
  }

  private static void assertExactBlocks(Bundle bundle, List<JsonNode> receipts) {
    Map<String, String> arms = new HashMap<>();
    bundle.analysis().forEach(row -> arms.put(row.participant(), row.arm()));
    Map<String, List<String>> blocks = new HashMap<>();
    for (JsonNode receipt : receipts) {
      blocks
          .computeIfAbsent(
              receipt.get("stratum").asText() + receipt.get("slot").asInt() / BLOCK,
              block -> new ArrayList<>())
          .add(arms.get(receipt.get("participantId").asText()));
    }
    for (List<String> block : blocks.values()) {
      for (String arm : List.of("UC", "UC+MI", "UC+SVAI")) {
        if (block.size() == BLOCK) {
          assertThat(Collections.frequency(block, arm)).isEqualTo(BLOCK / 3);
        }
      }
    }
    assertThat(blocks.values().stream().filter(block -> block.size() < BLOCK).count())
        .isLessThanOrEqualTo(2);
  }

  private static Set<Integer> firstSlots(int count) {
    return new TreeSet<>(IntStream.range(0, count).boxed().toList());
  }
}
