package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.Response;
import org.absentia.suite.world.World;

/**
 * The weekly candidate lists and the phone calls that follow, held against whom the world meant to
 * be listed.
 */
final class Lists {
  private final Calls calls;
  private final Trial trial;
  private final World world;
  private final Register register;
  private final Map<String, Long> notEligible = new TreeMap<>();
  private final Map<String, Integer> contacts = new TreeMap<>();
  private final Set<Integer> listed = new TreeSet<>();
  private int unexpected;
  private int missed;
  private int lists;

  Lists(Calls calls, Trial trial, World world, Register register) {
    this.calls = calls;
    this.trial = trial;
    this.world = world;
    this.register = register;
  }

  /** Make the lists of one Monday at all offices and phone everyone on them. */
  void week(LocalDate monday) {
    List<JsonNode> answers = Together.map(trial.offices(), office -> list(office, monday));
    List<JsonNode> candidates = new ArrayList<>();
    for (JsonNode answer : answers) {
      lists++;
      answer
          .path("notEligible")
          .properties()
          .forEach(
              reason -> notEligible.merge(reason.getKey(), reason.getValue().asLong(), Long::sum));
      answer.path("candidates").forEach(candidates::add);
    }
    List<Person> found = Together.map(candidates, this::phone);
    check(monday, found);
  }

  int lists() {
    return lists;
  }

  int listed() {
    return listed.size();
  }

  int missed() {
    return missed;
  }

  int unexpected() {
    return unexpected;
  }

  Map<String, Long> notEligible() {
    return notEligible;
  }

  Map<String, Integer> contacts() {
    return contacts;
  }

  private JsonNode list(String office, LocalDate monday) {
    return calls
        .post(
            Service.REGISTRY_INGEST,
            Roles.RECRUITER,
            trial.path("candidate-lists"),
            Map.of("office", office, "listDate", monday.toString()))
        .expecting(200, 201);
  }

  /** Look the candidate up, as a recruiter must to phone, and record how the call ended. */
  private Person phone(JsonNode candidate) {
    String candidateId = candidate.path("candidateId").asText();
    String identifier =
        calls
            .get(Service.REGISTRY_INGEST, Roles.RECRUITER, trial.path("candidates/" + candidateId))
            .expecting(200)
            .path("personIdentifier")
            .asText();
    Person person =
        register
            .identified(identifier)
            .orElseThrow(() -> new DemoFailure("a candidate is nobody of this world"));
    register.listed(person, candidateId);
    if (person.listed()) {
      calls
          .post(
              Service.RANDOMISATION_SERVICE,
              Roles.RECRUITER,
              trial.path("contacts"),
              contact(person.response(), candidateId))
          .expecting(200, 201);
    }
    return person;
  }

  private static Map<String, Object> contact(Response response, String candidateId) {
    return switch (response) {
      case Response.NotReached(LocalDate on) -> contact(candidateId, "NOT_REACHED", List.of(), on);
      case Response.Declined(LocalDate on) -> contact(candidateId, "DECLINED", List.of(), on);
      case Response.Excluded(LocalDate on, List<String> reasons) ->
          contact(candidateId, "EXCLUDED", reasons, on);
      case Response.Consented consented ->
          contact(candidateId, "CONSENTED", List.of(), consented.phoned());
      case Response.NeverListed never ->
          throw new IllegalArgumentException("is never phoned: " + never.flaw());
    };
  }

  private static Map<String, Object> contact(
      String candidateId, String outcome, List<String> reasons, LocalDate on) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("candidateId", candidateId);
    contact.put("outcome", outcome);
    contact.put("reasons", reasons);
    contact.put("contactedOn", on.toString());
    return contact;
  }

  private void check(LocalDate monday, List<Person> found) {
    Set<Integer> foundNumbers = found.stream().map(Person::number).collect(Collectors.toSet());
    Set<Integer> meant =
        world.persons().stream()
            .filter(person -> person.listed() && person.listDate().equals(monday))
            .map(Person::number)
            .collect(Collectors.toSet());
    for (Person person : found) {
      if (meant.contains(person.number())) {
        listed.add(person.number());
        contacts.merge(kind(person.response()), 1, Integer::sum);
      } else {
        unexpected++;
      }
    }
    missed += (int) meant.stream().filter(number -> !foundNumbers.contains(number)).count();
  }

  private static String kind(Response response) {
    return switch (response) {
      case Response.NotReached notReached -> "not reached";
      case Response.Declined declined -> "declined";
      case Response.Excluded excluded -> "excluded";
      case Response.Consented consented -> "consented";
      case Response.NeverListed never -> "not eligible";
    };
  }
}
