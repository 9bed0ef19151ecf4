package org.absentia.bench.outcome;

import java.util.List;

/** Runs the loop over arrays for everyone. */
final class Loop {
  private final DayLoop days;
  private final int persons;
  private final ArrayOutcome outcome = new ArrayOutcome();

  Loop(List<Person> persons) {
    this.days = new DayLoop(RecordColumns.of(persons));
    this.persons = persons.size();
  }

  /** Derives everyone and answers a number that depends on each value. */
  long run() {
    long sum = 0;
    for (int person = 0; person < persons; person++) {
      days.derive(person, outcome);
      sum += outcome.digest();
    }
    return sum;
  }

  /**
   * Compares every value of every person with the derivation.
   *
   * @throws IllegalStateException at the first that differs
   */
  void mustAgree(List<Person> everyone) {
    for (Person person : everyone) {
      days.derive(person.number(), outcome);
      List<String> differences = Differences.between(Kernel.outcome(person), outcome);
      if (!differences.isEmpty()) {
        throw new IllegalStateException(
            "the loop over arrays disagrees about person "
                + person.number()
                + ": "
                + String.join("; ", differences));
      }
    }
  }
}
