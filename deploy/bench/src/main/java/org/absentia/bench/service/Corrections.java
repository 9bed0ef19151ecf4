package org.absentia.bench.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.absentia.bench.outcome.Person;

/** Sends corrected records at a pace, each for the next participant in turn. */
final class Corrections {
  private final List<Person> persons;
  private final Registers registers;
  private final ArrivalWatch watch;
  private int sent;

  Corrections(List<Person> persons, Registers registers, ArrivalWatch watch) {
    this.persons = persons;
    this.registers = registers;
    this.watch = watch;
  }

  /** Corrects everybody once as fast as Kafka takes it; gives the corrections a second. */
  double burst() {
    long started = System.nanoTime();
    for (int i = 0; i < persons.size(); i++) {
      next();
    }
    drain();
    return persons.size() / Intake.since(started);
  }

  /** Sends at a rate and tells how many seconds of it the service is behind at the end. */
  double send(double perSecond, int seconds) {
    long started = System.nanoTime();
    long count = Math.round(perSecond * seconds);
    for (long i = 0; i < count; i++) {
      long due = started + Math.round(i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      next();
    }
    return watch.outstanding() / perSecond;
  }

  /** Waits until every correction has its version. */
  void drain() {
    Waiting.until(
        Duration.ofMinutes(5), "every correction has its version", () -> watch.outstanding() == 0);
  }

  private void next() {
    Person person = persons.get(sent % persons.size());
    watch.sending(Registers.participant(person));
    registers.correct(person, 1 + sent / persons.size());
    sent++;
  }
}
