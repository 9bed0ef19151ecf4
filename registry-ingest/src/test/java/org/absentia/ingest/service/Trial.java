package org.absentia.ingest.service;

import static org.absentia.ingest.service.Service.as;
import static org.absentia.ingest.service.Service.certificate;
import static org.absentia.ingest.service.Service.employment;
import static org.absentia.ingest.service.Service.full;
import static org.absentia.ingest.service.Service.newId;
import static org.absentia.ingest.service.Service.person;
import static org.absentia.ingest.service.Service.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;

/** A trial as its other services and its recruiter see this one. */
final class Trial {
  static final String ISSUED = "2019-04-01T10:00:00Z";

  /** Week seven of a spell that begins on 1 April 2019 is 13 to 19 May. */
  static final String DAY = "2019-05-13";

  private Trial() {}

  static List<String> members(JsonNode node) {
    return node.properties().stream().map(member -> member.getKey()).toList();
  }

  static String openTrial() {
    String trial = newId("trial");
    Topics.send(
        "randomisation.trial-opened.v1",
        trial,
        """
        {"trialId":"%s","version":1,"digest":"d","openedAt":"2019-03-01T00:00:00Z","protocol":{
          "format":"absentia-protocol-1","trial":"%s",
          "recruitment":{"from":"2019-04-01","to":"2020-10-31","offices":["0101","0105"],
            "halts":[{"from":"2020-03-12","to":"2020-03-29","reason":"containment"}]},
          "screening":{"weekOfSickLeave":{"from":7,"to":7},"minimumGrade":50,"age":{"from":18,"to":67},
            "diagnoses":[{"system":"ICPC2","chapters":["L"]}],"employed":true}}}"""
            .formatted(trial, trial));
    Eventually.holds(() -> as("operator").get("/trials/" + trial + "/releases").statusCode(), 200);
    return trial;
  }

  static Response list(String trial, String office, String day) {
    return as("recruiter", trial)
        .contentType("application/json")
        .body("{\"office\":\"%s\",\"listDate\":\"%s\"}".formatted(office, day))
        .post("/trials/" + trial + "/candidate-lists");
  }

  static void sickWorker(String identifier, String office) {
    push("/persons", person(identifier, office, "1970-01-31", "2019-01-01T00:00:00Z"))
        .then()
        .statusCode(200);
    push(
            "/records",
            "["
                + certificate(identifier, newId("c"), 1, ISSUED, full("2019-04-01", "2019-06-30"))
                + ","
                + employment(identifier, newId("e"), "2015-01-01", 80)
                + "]")
        .then()
        .statusCode(200);
  }

  /** The candidate of a list of a new trial that holds exactly this person. */
  static String candidate(String trial, String identifier) {
    List<String> ids = list(trial, "0101", DAY).jsonPath().getList("candidates.candidateId");
    return ids.stream()
        .filter(
            id ->
                identifier.equals(
                    as("recruiter", trial)
                        .get("/trials/" + trial + "/candidates/" + id)
                        .jsonPath()
                        .getString("personIdentifier")))
        .findFirst()
        .orElseThrow();
  }

  static String enrol(String trial, String candidate) {
    String participant = UUID.randomUUID().toString();
    enrol(trial, candidate, participant);
    return participant;
  }

  static void enrol(String trial, String candidate, String participant) {
    Topics.send(
        "randomisation.participant-enrolled.v1",
        participant,
        """
        {"participantId":"%s","trialId":"%s","candidateId":"%s","indexDate":"2019-05-20","stratum":"HIGH",
         "pilot":false,"enrolledAt":"2019-05-20T10:00:00Z"}"""
            .formatted(participant, trial, candidate));
  }

  static void withdraw(String trial, String participant, String level) {
    Topics.send(
        "randomisation.participant-withdrawn.v1",
        participant,
        """
        {"participantId":"%s","trialId":"%s","level":"%s","withdrawnOn":"2019-06-01","withdrawnAt":"2019-06-01T08:00:00Z"}"""
            .formatted(participant, trial, level));
  }
}
