package org.absentia.bench.outcome;

import java.util.List;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Derivation;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.json.Presets;
import org.absentia.outcome.record.CurrentRecords;

/** What is measured: the derivation as the service calls it, from all versions in memory. */
final class Kernel {
  /** Windows of 6 and 12 months, every benefit, contracts read monthly. */
  static final OutcomeDefinition DEFINITION = Presets.named("i-more").orElseThrow();

  private Kernel() {}

  static Outcome outcome(Person person) {
    return Derivation.outcome(DEFINITION, person.indexDate(), CurrentRecords.of(person.versions()));
  }

  /** Derives everyone and answers a number that depends on each outcome. */
  static long run(List<Person> persons) {
    long sum = 0;
    for (Person person : persons) {
      Outcome outcome = outcome(person);
      sum += outcome.windows().getLast().lostWorkdays().numerator();
      sum += outcome.returnToWork().getLast().time();
      sum += outcome.baseline().consecutiveSickLeaveDays();
    }
    return sum;
  }

  static LostWorkdays lostWorkdays(List<Person> persons) {
    LostWorkdays lost = new LostWorkdays(persons.size());
    for (Person person : persons) {
      List<Outcome.Window> windows = outcome(person).windows();
      lost.set(
          person.number(),
          windows.get(0).lostWorkdays().numerator(),
          windows.get(1).lostWorkdays().numerator());
    }
    return lost;
  }
}
