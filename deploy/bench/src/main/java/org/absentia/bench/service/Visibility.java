package org.absentia.bench.service;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.absentia.bench.outcome.Person;

/** Corrects one participant after another and asks over HTTP until the version can be seen. */
final class Visibility implements AutoCloseable {
  private static final long PAUSE_NANOS = 10_000_000;

  private final List<Person> persons;
  private final Registers registers;
  private final OutcomeApi api;
  private final List<Double> delays = new ArrayList<>();
  private final Thread thread = new Thread(this::look, "visibility");
  private volatile boolean stopping;

  Visibility(List<Person> persons, Registers registers, OutcomeApi api) {
    this.persons = persons;
    this.registers = registers;
    this.api = api;
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    for (int sample = 0; !stopping; sample++) {
      Person person = persons.get(sample % persons.size());
      UUID participant = Registers.participant(person);
      int before = api.versions(participant);
      long started = System.nanoTime();
      registers.correct(person, 1 + sample / persons.size());
      while (!stopping && api.versions(participant) <= before) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      if (!stopping) {
        delays.add((System.nanoTime() - started) / 1e6);
      }
    }
  }

  /** Stops, and gives the delays in milliseconds. */
  List<Double> delays() throws InterruptedException {
    close();
    return delays;
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join(10_000);
  }
}
