package org.absentia.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;
import org.absentia.bench.outcome.Person;
import org.absentia.bench.outcome.SyntheticRegister;
import org.absentia.local.Directories;
import org.absentia.local.RunningStack;

/**
 * How fast outcome-service takes records in and derives everybody anew, with one process, with two,
 * and with one of them killed in the middle; and that nobody is lost or counted twice.
 */
public final class RecomputationBenchmark implements Benchmark {
  private static final String PARTICIPANTS = "participants/s";

  @Override
  public String name() {
    return "recomputation";
  }

  @Override
  public Set<String> options() {
    return Set.of("--persons", "--seed");
  }

  @Override
  public String usage() {
    return """
        recomputation   takes records in over Kafka and derives everybody anew with one process, with two, and
                        with one killed; starts its own PostgreSQL and Kafka in a temporary directory
          --persons N   how many participants at the end; half of them are measured first (20000)
          --seed N      of the synthetic records (1)
        """;
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) throws IOException, SQLException {
    List<Person> persons =
        SyntheticRegister.of(options.number("--seed", 1), options.count("--persons", 20_000));
    Path home = Files.createTempDirectory("absentia-bench");
    List<Measurement> measurements;
    try (RunningStack stack = RunningStack.start(home.resolve("stack"), home.resolve("stack.log"));
        Registers registers = new Registers(stack);
        Run run = new Run(stack, home, registers, persons, out)) {
      measurements = run.measurements();
    }
    Directories.delete(home);
    return measurements;
  }

  /** One run. */
  private static final class Run implements AutoCloseable {
    private static final String SHARE = "event=share-changed parts=";

    private final RunningStack stack;
    private final Path home;
    private final Registers registers;
    private final List<Person> persons;
    private final PrintStream out;
    private final List<Measurement> measurements = new ArrayList<>();
    private final ServiceProcess first;
    private final OutcomeApi api;
    private final Store store;

    Run(RunningStack stack, Path home, Registers registers, List<Person> persons, PrintStream out)
        throws IOException, SQLException {
      this.stack = stack;
      this.home = home;
      this.registers = registers;
      this.persons = persons;
      this.out = out;
      this.first =
          ServiceProcess.start(ServiceProcess.Program.OUTCOME, stack, home.resolve("first.log"));
      this.api = new OutcomeApi(stack, first);
      this.store = new Store(stack);
    }

    List<Measurement> measurements() throws IOException, SQLException {
      registers.openTrial("i-more");
      int half = persons.size() / 2;
      takeIn("first half", persons.subList(0, half));
      order("one process, half of the persons");
      double memoryOfHalf = first.memory();
      takeIn("second half", persons.subList(half, persons.size()));
      sizes();
      String before = api.fingerprint(Registers.TRIAL);
      double idle = first.cpuSeconds();
      double alone = order("one process");
      measurements.add(
          Measurement.of(
              "processor time of that",
              (first.cpuSeconds() - idle) * 1e3 / persons.size(),
              "ms/participant"));
      measurements.add(
          Measurement.of("memory after twice the persons", first.memory(), "MB")
              .against("after half of them", memoryOfHalf)
              .atMost(1.25));
      withTwo(alone);
      expect(before.equals(api.fingerprint(Registers.TRIAL)), "the fingerprint is as it was");
      changeTheDefinition();
      return measurements;
    }

    private void takeIn(String which, List<Person> some) throws SQLException {
      double before = first.cpuSeconds();
      Intake intake = Intake.of(some, registers, store, out);
      measurements.add(
          Measurement.of("intake over Kafka, " + which, intake.recordsPerSecond(), "records/s"));
      measurements.add(
          Measurement.of(
              "until computed, " + which, some.size() / intake.computed(), PARTICIPANTS));
      measurements.add(
          Measurement.of(
              "processor time of that",
              (first.cpuSeconds() - before) * 1e3 / some.size(),
              "ms/participant"));
      expectComplete();
    }

    /** What a record, a version and a participant take, with indexes; dead rows count. */
    private void sizes() throws SQLException {
      double records = store.records();
      double versions = store.versions();
      measurements.add(
          Measurement.of("records of a participant", records / persons.size(), "versions"));
      measurements.add(
          Measurement.of("outcomes of a participant", versions / persons.size(), "versions"));
      size("table released_record", store.bytes("released_record") / records, "record");
      size("table outcome_version", store.bytes("outcome_version") / versions, "outcome");
      size(
          "table participant", store.bytes("participant") / (double) persons.size(), "participant");
      Map<String, Long> topics = TopicSizes.of(stack);
      size(
          "topic " + Registers.RELEASED,
          topics.getOrDefault(Registers.RELEASED, 0L) / records,
          "record");
      for (String topic : List.of("outcome.computed.v1", "outcome.version-kept.v1")) {
        size("topic " + topic, topics.getOrDefault(topic, 0L) / versions, "outcome");
      }
    }

    private void size(String what, double bytes, String of) {
      measurements.add(Measurement.of(what, bytes, "bytes/" + of));
    }

    private double order(String how) {
      double rate = orderRate(how);
      measurements.add(Measurement.of("derive anew, " + how, rate, PARTICIPANTS));
      return rate;
    }

    private double orderRate(String reason) {
      String order = api.order(reason);
      long started = System.nanoTime();
      awaitOrder(order);
      return rate(order, started);
    }

    private double rate(String order, long started) {
      return api.progress(order).path("recomputed").asLong() / Intake.since(started);
    }

    private void awaitOrder(String order) {
      Waiting.until(
          Duration.ofMinutes(30),
          "the order is carried out",
          () -> api.progress(order).path("status").asText().equals("FINISHED"));
      JsonNode progress = api.progress(order);
      expect(
          progress.path("recomputed").asLong() == progress.path("participants").asLong(),
          "everybody is derived anew once: " + progress);
      expect(progress.path("failed").asLong() == 0, "nobody fails");
    }

    private void withTwo(double alone) throws IOException, SQLException {
      try (ServiceProcess second = startSecond()) {
        orderRate("the second process warms up");
        double together = orderRate("two processes");
        measurements.add(
            Measurement.of("derive anew, two processes", together, PARTICIPANTS)
                .against("one process", alone));
        measurements.add(Measurement.of("memory of the second process", second.memory(), "MB"));
        String order = api.order("one killed");
        long started = System.nanoTime();
        killInTheMiddle(second, order);
        awaitOrder(order);
        measurements.add(
            Measurement.of("derive anew, one of two killed", Intake.since(started), "s")
                .against("two processes", persons.size() / together));
        expectComplete();
      }
    }

    private ServiceProcess startSecond() throws IOException {
      ServiceProcess second =
          ServiceProcess.start(ServiceProcess.Program.OUTCOME, stack, home.resolve("second.log"));
      Waiting.until(
          Duration.ofSeconds(60),
          "two processes have half of the partitions each",
          () -> partitions(second) > 0 && partitions(first) == partitions(second));
      out.printf(
          "a second process has taken %d of %d partitions%n",
          partitions(second), partitions(first) + partitions(second));
      return second;
    }

    /** How many partitions a process says it owns now. */
    private static int partitions(ServiceProcess process) {
      String said = process.said();
      int last = said.lastIndexOf(SHARE);
      if (last < 0) {
        return 0;
      }
      String share = said.substring(last);
      share = share.substring(share.indexOf('[') + 1, share.indexOf(']'));
      return share.isBlank() ? 0 : share.split(",").length;
    }

    private void killInTheMiddle(ServiceProcess process, String order) {
      Waiting.until(
          Duration.ofMinutes(10),
          "a third is done",
          () -> api.progress(order).path("recomputed").asLong() > persons.size() / 3);
      process.kill();
      out.printf(
          "killed one process after %d of %d%n",
          api.progress(order).path("recomputed").asLong(), persons.size());
    }

    /** Changes the definition, so that everybody gets one more version, and kills a process. */
    private void changeTheDefinition() throws IOException, SQLException {
      try (ServiceProcess second = startSecond()) {
        store.rememberVersions();
        long started = System.nanoTime();
        api.setDefinition(Registers.TRIAL, "mi-nav");
        String order = api.newestOrder();
        killInTheMiddle(second, order);
        awaitOrder(order);
        measurements.add(
            Measurement.of(
                "another definition, one of two killed", rate(order, started), PARTICIPANTS));
        Waiting.until(Duration.ofMinutes(10), "all is published", () -> store.unpublished() == 0);
        measurements.add(
            Measurement.of("and published", persons.size() / Intake.since(started), "versions/s"));
        expect(store.withOneMore() == persons.size(), "everybody has exactly one more version");
        expectComplete();
      }
    }

    private void expectComplete() {
      JsonNode counts = api.completeness(Registers.TRIAL);
      expect(
          counts.path("complete").asLong() == counts.path("participants").asLong()
              && counts.path("pending").asLong() == 0,
          "everybody is complete: " + counts);
    }

    private static void expect(boolean holds, String what) {
      if (!holds) {
        throw new IllegalStateException("it does not hold that " + what);
      }
    }

    @Override
    public void close() throws SQLException {
      store.close();
      api.close();
      first.close();
    }
  }
}
