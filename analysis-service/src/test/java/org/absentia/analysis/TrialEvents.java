package org.absentia.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Everything that the other services would publish about the synthetic trial, under a name of one's
 * own.
 */
final class TrialEvents {

  private static final String RECORDED_AT = "2019-05-01T10:00:00Z";

  private final String trialId;
  private final List<MinavLike.Person> people;

  TrialEvents(String trialId) {
    this.trialId = trialId;
    this.people = MinavLike.people(trialId);
  }

  List<MinavLike.Person> people() {
    return people;
  }

  Broker.Event opened() {
    try {
      Object protocol = new ObjectMapper().readValue(LockedTrial.protocolText(), Map.class);
      return new Broker.Event(
          "randomisation.trial-opened.v1",
          trialId,
          Map.of(
              "trialId", trialId,
              "version", 1,
              "digest", "ab".repeat(32),
              "openedAt", RECORDED_AT,
              "protocol", protocol));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All events of recruitment, some of them twice, in no order. */
  List<Broker.Event> recruitment(Random random) {
    List<Broker.Event> events =
        new ArrayList<>(List.of(opened(), candidateList(), candidateList()));
    int number = 0;
    for (MinavLike.Person person : people) {
      events.add(enrolled(person));
      events.add(baseline(person));
      events.add(contact(number++, "CONSENTED", List.of()));
      if (person.lostWorkdays().isEmpty()) {
        events.add(withdrawn(person, "WITHDRAW_KEEPING_DATA"));
      }
      if (random.nextInt(5) == 0) {
        events.add(enrolled(person));
        events.add(baseline(person));
      }
    }
    for (int i = 0; i < 40; i++) {
      events.add(contact(number + i, "NOT_REACHED", List.of()));
      events.add(
          contact(
              number + i,
              i < 30 ? "DECLINED" : "EXCLUDED",
              i < 30 ? List.of() : List.of("PREGNANT")));
    }
    Collections.shuffle(events, random);
    return events;
  }

  /** A first, partial version of each outcome and the final one, in no order. */
  List<Broker.Event> outcomes(Random random) {
    List<Broker.Event> events = new ArrayList<>();
    for (MinavLike.Person person : people) {
      events.add(
          outcome(person, 1, person.lostWorkdays().isPresent() ? "PARTIAL" : "WITHDRAWN", 99));
      person.lostWorkdays().ifPresent(days -> events.add(outcome(person, 2, "COMPLETE", days)));
    }
    Collections.shuffle(events, random);
    return events;
  }

  Broker.Event enrolled(MinavLike.Person person) {
    return new Broker.Event(
        "randomisation.participant-enrolled.v1",
        person.participantId().toString(),
        Map.of(
            "participantId",
            person.participantId().toString(),
            "trialId",
            trialId,
            "candidateId",
            "candidate-" + person.participantId(),
            "indexDate",
            "2019-05-01",
            "stratum",
            person.stratum(),
            "epoch",
            person.pilot() ? 1 : 2,
            "pilot",
            person.pilot(),
            "enrolledAt",
            RECORDED_AT));
  }

  Broker.Event baseline(MinavLike.Person person) {
    Map<String, Object> variables = new HashMap<>(person.answers());
    variables.putIfAbsent("bodyMassIndex", null);
    return new Broker.Event(
        "randomisation.baseline-recorded.v1",
        person.participantId().toString(),
        Map.of(
            "participantId", person.participantId().toString(),
            "trialId", trialId,
            "recordedAt", RECORDED_AT,
            "variables", variables));
  }

  Broker.Event withdrawn(MinavLike.Person person, String level) {
    return new Broker.Event(
        "randomisation.participant-withdrawn.v1",
        person.participantId().toString(),
        Map.of(
            "participantId", person.participantId().toString(),
            "trialId", trialId,
            "level", level,
            "withdrawnOn", "2019-06-01",
            "withdrawnAt", RECORDED_AT));
  }

  private Broker.Event contact(int candidate, String outcome, List<String> reasons) {
    return new Broker.Event(
        "randomisation.candidate-contacted.v1",
        trialId + "/" + candidate,
        Map.of(
            "trialId", trialId,
            "candidateId", "candidate-" + candidate,
            "outcome", outcome,
            "reasons", reasons,
            "contactedOn", outcome.equals("NOT_REACHED") ? "2019-04-09" : "2019-04-10"));
  }

  private Broker.Event candidateList() {
    return new Broker.Event(
        "registry.candidates-listed.v1",
        trialId + "/0101/2019-04-08",
        Map.of(
            "trialId",
            trialId,
            "listId",
            "list-" + trialId,
            "office",
            "0101",
            "listDate",
            "2019-04-08",
            "candidates",
            600,
            "screened",
            2000,
            "notEligible",
            Map.of("AGE", 400, "GRADE", 1000)));
  }

  Broker.Event outcome(MinavLike.Person person, int version, String status, double days) {
    Map<String, Object> value = new HashMap<>();
    value.put("participantId", person.participantId().toString());
    value.put("trialId", trialId);
    value.put("outcomeVersion", version);
    value.put("computedAt", RECORDED_AT);
    value.put("status", status);
    value.put("inputHash", "cd".repeat(32));
    value.put(
        "outcome",
        status.equals("WITHDRAWN")
            ? null
            : Map.of(
                "windows",
                List.of(
                    Map.of(
                        "window", "P6M",
                        "from", "2019-05-01",
                        "to", "2019-10-31",
                        "workdays", 131,
                        "lostWorkdays", days)),
                "cumulative",
                List.of(days),
                "returnToWork",
                List.of(),
                "baseline",
                person.registry()));
    return new Broker.Event("outcome.computed.v1", person.participantId().toString(), value);
  }

  /** The labels that the randomisation-service would draw, the first of them twice. */
  List<Broker.Event> labels(UUID datasetId) {
    List<Broker.Event> events = new ArrayList<>();
    for (MinavLike.Person person : people) {
      events.add(label(datasetId, person, people.size()));
    }
    events.add(events.getFirst());
    return events;
  }

  Broker.Event label(UUID datasetId, MinavLike.Person person, int participants) {
    return new Broker.Event(
        "randomisation.allocation-masked.v1",
        datasetId + "/" + person.participantId(),
        Map.of(
            "datasetId", datasetId.toString(),
            "trialId", trialId,
            "participantId", person.participantId().toString(),
            "label", person.label(),
            "participants", participants));
  }

  /** A later version of the protocol, whose plan names every analysis that needs the arms. */
  Broker.Event planned() {
    Map<String, Object> value = new HashMap<>(opened().value());
    Map<?, ?> protocol = (Map<?, ?>) Objects.requireNonNull(value.get("protocol"));
    Map<Object, Object> changed = new HashMap<>(protocol);
    Map<Object, Object> analysis = new HashMap<>((Map<?, ?>) protocol.get("analysis"));
    analysis.put(
        "sensitivity", List.of("PER_PROTOCOL", "EPOCH_STRATIFIED", "PROBABILITY_WEIGHTED"));
    changed.put("analysis", analysis);
    value.put("protocol", changed);
    value.put("version", 2);
    return new Broker.Event("randomisation.trial-opened.v1", trialId, value);
  }

  /** What the unmasking tells of one participant: every seventh was not treated per protocol. */
  Broker.Event unmasked(UUID datasetId, int place) {
    MinavLike.Person person = people.get(place);
    Map<String, Object> value = new HashMap<>();
    value.put("datasetId", datasetId.toString());
    value.put("trialId", trialId);
    value.put("participantId", person.participantId().toString());
    value.put("label", person.label());
    value.put("arm", person.arm());
    value.put("armLabel", "The arm " + person.arm());
    value.put("epoch", null);
    value.put("allocationProbability", 1 / 3.0);
    value.put("received", person.arm().equals("UC") ? "NOT_APPLICABLE" : "YES");
    value.put("adherence", "UNKNOWN");
    value.put("perProtocol", place % 7 == 0 ? "NO" : "YES");
    value.put("deviations", place % 7 == 0 ? List.of("ATTENDANCE_TOO_LOW") : List.of());
    value.put("participants", people.size());
    value.put("unmaskedAt", RECORDED_AT);
    return new Broker.Event(
        "randomisation.unmasked.v1", datasetId + "/" + person.participantId(), value);
  }
}
