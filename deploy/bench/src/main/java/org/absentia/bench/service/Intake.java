package org.absentia.bench.service;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.absentia.bench.outcome.Person;

/**
 * How long some persons took from the topics to the database and back to the topics, in seconds
 * from the first event sent.
 */
record Intake(int persons, long records, double kept, double computed, double published) {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Enrols persons, releases all their records, and waits until everything is published. */
  static Intake of(List<Person> persons, Registers registers, Store store, PrintStream out)
      throws SQLException {
    long before = store.records();
    long records = persons.stream().mapToLong(person -> person.versions().size()).sum();
    long started = System.nanoTime();
    for (Person person : persons) {
      registers.enrol(person);
      registers.release(person);
    }
    registers.flush();
    Waiting.until(PATIENCE, "all is kept", () -> store.records() - before >= records);
    double kept = since(started);
    Waiting.until(PATIENCE, "all is computed", () -> store.waiting() == 0);
    double computed = since(started);
    Waiting.until(PATIENCE, "all is published", () -> store.unpublished() == 0);
    Intake intake = new Intake(persons.size(), records, kept, computed, since(started));
    out.printf(
        "%d records of %d persons: kept after %.1f s, computed after %.1f s, published after %.1f s%n",
        records, persons.size(), kept, computed, intake.published());
    return intake;
  }

  double recordsPerSecond() {
    return records / kept;
  }

  static double since(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
