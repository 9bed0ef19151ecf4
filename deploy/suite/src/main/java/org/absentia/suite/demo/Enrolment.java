package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.absentia.suite.world.Arm;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.Questionnaire;
import org.absentia.suite.world.Response;

/**
 * Enrols those who consent, in the order of their inclusion, and has them allocated. The
 * recruiter's receipt never names the arm; the allocator reads it afterwards, so that something can
 * be delivered.
 */
final class Enrolment {
  private static final String INCOMPLETE = "ompsq-sf";
  private static final int LEFT_OPEN = 4;

  private final Calls calls;
  private final Trial trial;
  private final Register register;
  private final PriorityQueue<Visit> waiting =
      new PriorityQueue<>(
          Comparator.comparing(Visit::on).thenComparing(visit -> visit.person().number()));
  private int refusedIncomplete;

  /** A day on which somebody is enrolled, or completes what was left open. */
  private record Visit(LocalDate on, Person person, boolean completing) {}

  Enrolment(Calls calls, Trial trial, Register register) {
    this.calls = calls;
    this.trial = trial;
    this.register = register;
  }

  void expect(Person person) {
    waiting.add(new Visit(person.turningPoint(), person, false));
  }

  /** How many allocations were refused because the stratum was still open. */
  int refusedIncomplete() {
    return refusedIncomplete;
  }

  /** Serve everyone whose day comes before this one; answer those who were allocated. */
  List<Person> before(LocalDate day) {
    List<Person> allocated = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().on().isBefore(day)) {
      Visit visit = waiting.remove();
      if (visit.completing()) {
        complete(visit.person());
        allocate(visit.person());
        allocated.add(visit.person());
      } else if (enrol(visit.person())) {
        allocate(visit.person());
        allocated.add(visit.person());
      }
    }
    return allocated;
  }

  /** Read again the arms of people who were allocated before the demo was interrupted. */
  void readArms(List<Person> persons) {
    Together.each(persons, this::readArm);
  }

  private boolean enrol(Person person) {
    Response.Consented consented = consent(person);
    boolean whole = consented.completed().isEmpty();
    String candidateId =
        register
            .candidate(person)
            .orElseThrow(() -> new DemoFailure("person " + person.number() + " is on no list"));
    Map<String, Object> enrolment = new LinkedHashMap<>();
    enrolment.put("candidateId", candidateId);
    enrolment.put(
        "consent",
        Map.of("version", trial.consentVersion(), "givenOn", consented.inclusion().toString()));
    enrolment.put("inclusionDate", consented.inclusion().toString());
    enrolment.put("answers", answers(consented.questionnaire(), whole));
    Reply reply =
        calls.post(
            Service.RANDOMISATION_SERVICE, Roles.RECRUITER, trial.path("participants"), enrolment);
    if (reply.is(409, "enrolment-differs") && !whole) {
      // completed before an interruption: the enrolment stands with the completed answers
      register.enrolled(person, participantOf(candidateId));
      return true;
    }
    JsonNode participant = reply.expecting(200, 201);
    register.enrolled(person, participant.path("participantId").asText());
    if (!whole) {
      refuse(person);
      waiting.add(new Visit(consented.completed().get(), person, true));
    }
    return whole;
  }

  /** Without all items no stratum, and without a stratum no allocation. */
  private void refuse(Person person) {
    Reply reply = requestAllocation(person);
    if (reply.is(422)) {
      refusedIncomplete++;
    } else {
      reply.expecting(200, 409);
    }
  }

  private void complete(Person person) {
    calls
        .put(
            Service.RANDOMISATION_SERVICE,
            Roles.RECRUITER,
            trial.path("participants/" + register.participant(person) + "/answers"),
            Map.of("answers", answers(consent(person).questionnaire(), true)))
        .expecting(200, 204, 409);
  }

  private void allocate(Person person) {
    JsonNode receipt = requestAllocation(person).expecting(200, 201);
    if (receipt.has("arm")) {
      throw new DemoFailure("the receipt names an arm");
    }
    readArm(person);
  }

  private Reply requestAllocation(Person person) {
    String participantId = register.participant(person);
    String key =
        UUID.nameUUIDFromBytes(("demo " + participantId).getBytes(StandardCharsets.UTF_8))
            .toString();
    return calls.postOnce(
        Service.RANDOMISATION_SERVICE,
        Roles.RECRUITER,
        trial.path("allocations"),
        key,
        Map.of("participantId", participantId));
  }

  private void readArm(Person person) {
    String arm =
        calls
            .get(
                Service.RANDOMISATION_SERVICE,
                Roles.ALLOCATOR,
                trial.path("participants/" + register.participant(person) + "/allocation"))
            .expecting(200)
            .path("arm")
            .asText();
    register.allocated(person, Arm.labelled(arm));
  }

  private String participantOf(String candidateId) {
    for (JsonNode participant :
        Pages.all(
            calls,
            Service.RANDOMISATION_SERVICE,
            Roles.RECRUITER,
            trial.path("participants"),
            "participants",
            "after")) {
      if (participant.path("candidateId").asText().equals(candidateId)) {
        return participant.path("participantId").asText();
      }
    }
    throw new DemoFailure("candidate " + candidateId + " is refused, yet does not take part");
  }

  private static Map<String, Object> answers(Questionnaire questionnaire, boolean whole) {
    Map<String, Object> answers = new LinkedHashMap<>(questionnaire.answers());
    Map<String, List<Integer>> items = new LinkedHashMap<>(questionnaire.items());
    if (!whole) {
      List<Integer> open = new ArrayList<>(questionnaire.items().get(INCOMPLETE));
      for (int item = 0; item < LEFT_OPEN; item++) {
        open.set(item, null);
      }
      items.put(INCOMPLETE, open);
      items.remove("keele-start-msk");
    }
    answers.put("items", items);
    return answers;
  }

  static Response.Consented consent(Person person) {
    if (person.response() instanceof Response.Consented consented) {
      return consented;
    }
    throw new IllegalArgumentException("person " + person.number() + " did not consent");
  }
}
