package org.absentia.suite.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.absentia.suite.world.Arm;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.World;

/** Who of the world is listed, takes part and got which arm, as the services said. */
final class Register {
  private final Map<String, Person> byIdentifier = new HashMap<>();
  private final Map<Integer, Person> byNumber = new HashMap<>();
  private final Map<Integer, String> candidates = new TreeMap<>();
  private final Map<Integer, String> participants = new TreeMap<>();
  private final Map<Integer, Arm> arms = new TreeMap<>();

  Register(World world) {
    for (Person person : world.persons()) {
      byIdentifier.put(person.identifier(), person);
      byNumber.put(person.number(), person);
    }
  }

  Optional<Person> identified(String identifier) {
    return Optional.ofNullable(byIdentifier.get(identifier));
  }

  Person numbered(int number) {
    Person person = byNumber.get(number);
    if (person == null) {
      throw new DemoFailure("nobody has number " + number + " in this world");
    }
    return person;
  }

  synchronized void listed(Person person, String candidateId) {
    candidates.put(person.number(), candidateId);
  }

  synchronized void enrolled(Person person, String participantId) {
    participants.put(person.number(), participantId);
  }

  synchronized void allocated(Person person, Arm arm) {
    arms.put(person.number(), arm);
  }

  synchronized Optional<String> candidate(Person person) {
    return Optional.ofNullable(candidates.get(person.number()));
  }

  synchronized String participant(Person person) {
    String id = participants.get(person.number());
    if (id == null) {
      throw new DemoFailure("person " + person.number() + " does not take part");
    }
    return id;
  }

  synchronized Map<Integer, String> candidates() {
    return new TreeMap<>(candidates);
  }

  synchronized Map<Integer, String> participants() {
    return new TreeMap<>(participants);
  }

  /** The arm of each participant whose arm was read, in the order of person numbers. */
  synchronized Map<Person, Arm> arms() {
    Map<Person, Arm> byPerson = new LinkedHashMap<>();
    arms.forEach((number, arm) -> byPerson.put(numbered(number), arm));
    return byPerson;
  }

  /** The persons of an arm, in the order of their numbers, which has nothing to do with time. */
  List<Person> of(Arm arm) {
    return arms().entrySet().stream()
        .filter(entry -> entry.getValue() == arm)
        .map(Map.Entry::getKey)
        .toList();
  }
}
