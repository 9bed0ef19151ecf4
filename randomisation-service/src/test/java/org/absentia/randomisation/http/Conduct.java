package org.absentia.randomisation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.files.BundleReader;
import org.absentia.randomisation.trial.CandidateList;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.NoteCandidateList;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.verification.Bundle;
import org.absentia.randomisation.verification.Finding;
import org.absentia.randomisation.verification.Verification;

/** A whole trial on the running service, from its protocol to the bundle that anybody checks. */
final class Conduct {
  private static final List<String> OFFICES =
      List.of("0101", "0104", "0105", "0106", "0219", "0231", "0602", "0701");

  private final String trial;

  Conduct(String trial) {
    this.trial = trial;
  }

  /** The protocol of MI-NAV under a new name, with risk, sex and office as crossed factors. */
  static ObjectNode factorProtocol() {
    ObjectNode protocol = ServiceTest.protocol("t-" + UUID.randomUUID());
    JsonNode rule = protocol.at("/strata/rule").deepCopy();
    ArrayNode factors = protocol.putObject("strata").putArray("factors");
    ObjectNode risk = factors.addObject().put("name", "risk");
    risk.putArray("levels").add("HIGH").add("LOW_MEDIUM");
    risk.set("rule", rule);
    ObjectNode sex = factors.addObject().put("name", "sex").put("variable", "female");
    sex.putArray("levels").add("no").add("yes");
    ObjectNode office = factors.addObject().put("name", "office").put("source", "OFFICE");
    OFFICES.forEach(office.putArray("levels")::add);
    return protocol;
  }

  static Conduct open(ObjectNode protocol) {
    ServiceTest.as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    return new Conduct(protocol.get("trial").asText());
  }

  /** Enrols so many of both risks and sexes from all offices, listed before. */
  List<String> enrol(int participants) throws Exception {
    List<HttpRequest> requests = new ArrayList<>();
    NoteCandidateList note = CDI.current().select(NoteCandidateList.class).get();
    for (int i = 0; i < participants; i++) {
      String candidate = UUID.randomUUID().toString();
      String office = OFFICES.get(i * 7 / 3 % OFFICES.size());
      note.note(
          new CandidateList(
              UUID.randomUUID(), trial, office, LocalDate.of(2019, 4, 8), List.of(candidate)));
      String body =
          ServiceTest.enrolment(candidate, i % 3 == 0 ? ServiceTest.HIGH : ServiceTest.LOW)
              .replace("\"female\":\"yes\"", "\"female\":\"" + (i % 5 < 2 ? "no" : "yes") + "\"");
      requests.add(Clients.post(trial, "participants", body).build());
    }
    List<HttpResponse<String>> answers = Clients.send(8, requests);
    return answers.stream()
        .map(
            answer -> {
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
              return JsonReader.parse(answer.body().getBytes(UTF_8)).get("participantId").asText();
            })
        .toList();
  }

  /** Each participant four times: under one key three times, under another once, all shuffled. */
  List<HttpRequest> fourRequestsEach(List<String> participants) {
    List<HttpRequest> requests = new ArrayList<>();
    for (String participant : participants) {
      IntStream.range(0, 3)
          .forEach(
              again -> requests.add(Clients.allocation(trial, participant, participant + "-a")));
      requests.add(Clients.allocation(trial, participant, participant + "-b"));
    }
    // neighbours compete for one participant, blocks of neighbours come in any order
    Random random = new Random(1);
    for (int from = 0; from < requests.size(); from += 64) {
      Collections.shuffle(requests.subList(from, Math.min(requests.size(), from + 64)), random);
    }
    return requests;
  }

  /** Locks the data, opens the bundle by two persons and returns its text. */
  String bundle() {
    var open = CDI.current().select(Trials.class).get().find(trial).orElseThrow();
    assertThat(CDI.current().select(MaskAllocations.class).get().mask(open, "dataset-" + trial))
        .isEqualTo(new MaskAllocations.Masked());
    decide(propose("{\"action\":\"OPEN_BUNDLE\",\"reason\":\"publication\"}"));
    return ServiceTest.as("auditor").get("/trials/{t}/bundle", trial).asString();
  }

  String propose(String body) {
    return ServiceTest.as("statistician")
        .body(body)
        .post("/trials/{t}/proposals", trial)
        .then()
        .statusCode(201)
        .extract()
        .path("proposalId");
  }

  void decide(String proposal) {
    ServiceTest.as("approver")
        .body("{\"approved\":true}")
        .post("/trials/{t}/proposals/{p}/decision", trial, proposal)
        .then()
        .statusCode(200);
  }

  static Bundle read(String bundle) throws IOException {
    return BundleReader.read(new ByteArrayInputStream(bundle.getBytes(UTF_8)));
  }

  static List<Finding> findings(String bundle) throws IOException {
    return Verification.of(read(bundle));
  }

  String trial() {
    return trial;
  }
}
