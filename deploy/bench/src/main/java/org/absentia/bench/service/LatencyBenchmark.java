package org.absentia.bench.service;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;
import org.absentia.bench.outcome.Person;
import org.absentia.bench.outcome.SyntheticRegister;
import org.absentia.local.Directories;
import org.absentia.local.RunningStack;

/**
 * How long a corrected record takes until its outcome version is published and can be seen, at half
 * of the highest rate at which the service does not fall behind.
 */
public final class LatencyBenchmark implements Benchmark {
  /** Who is asked for over HTTP; nobody else corrects their records. */
  private static final int WATCHED = 100;

  private static final int TRIAL_SECONDS = 10;
  private static final double FALLS_BEHIND_SECONDS = 1;
  private static final List<Double> SHARES = List.of(1.0, 0.85, 0.7, 0.55, 0.4, 0.25);

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public Set<String> options() {
    return Set.of("--persons", "--seed", "--seconds");
  }

  @Override
  public String usage() {
    return """
        latency   sends corrected records over Kafka at half of the highest rate that one process of
                  outcome-service sustains, and waits for each outcome version
          --persons N   how many participants, corrected in turn (5000)
          --seed N      of the synthetic records (1)
          --seconds N   how long at half load (30)
        """;
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) throws Exception {
    int persons = options.count("--persons", 5_000);
    List<Person> everybody = SyntheticRegister.of(options.number("--seed", 1), persons + WATCHED);
    Path home = Files.createTempDirectory("absentia-bench");
    List<Measurement> measurements = new ArrayList<>();
    try (RunningStack stack = RunningStack.start(home.resolve("stack"), home.resolve("stack.log"));
        Registers registers = new Registers(stack);
        ServiceProcess process =
            ServiceProcess.start(
                ServiceProcess.Program.OUTCOME, stack, home.resolve("outcome.log"));
        OutcomeApi api = new OutcomeApi(stack, process);
        Store store = new Store(stack);
        ArrivalWatch watch = new ArrivalWatch(stack)) {
      registers.openTrial("i-more");
      Intake.of(everybody, registers, store, out);
      Corrections corrections = new Corrections(everybody.subList(0, persons), registers, watch);
      double highest = highestSustained(corrections, out);
      measurements.add(Measurement.of("highest sustained rate", highest, "corrections/s"));
      watch.takeDelays();
      try (Visibility visibility =
          new Visibility(everybody.subList(persons, everybody.size()), registers, api)) {
        corrections.send(highest / 2, options.count("--seconds", 30));
        List<Double> seen = visibility.delays();
        corrections.drain();
        add("record to topic, half load", watch.takeDelays(), measurements);
        add("record to GET, half load", seen, measurements);
      }
      store.close();
    }
    Directories.delete(home);
    return measurements;
  }

  private static double highestSustained(Corrections corrections, PrintStream out) {
    corrections.burst();
    double burst = corrections.burst();
    out.printf("a burst of one correction for everybody is through at %.0f/s%n", burst);
    for (double share : SHARES) {
      double rate = burst * share;
      double behind = corrections.send(rate, TRIAL_SECONDS);
      corrections.drain();
      out.printf("%.0f/s for %d s: %.2f s behind at the end%n", rate, TRIAL_SECONDS, behind);
      if (behind < FALLS_BEHIND_SECONDS) {
        return rate;
      }
    }
    throw new IllegalStateException("the service falls behind at every rate");
  }

  private static void add(String what, List<Double> delays, List<Measurement> measurements) {
    if (delays.isEmpty()) {
      throw new IllegalStateException("nothing arrived");
    }
    List<Double> sorted = delays.stream().sorted().toList();
    measurements.add(Measurement.of(what + ", how many", sorted.size(), "records"));
    measurements.add(Measurement.of(what + ", p50", percentile(sorted, 50), "ms"));
    measurements.add(Measurement.of(what + ", p99", percentile(sorted, 99), "ms").atMost(1_000));
    measurements.add(Measurement.of(what + ", longest", sorted.getLast(), "ms"));
  }

  /** The smallest that so many percent do not exceed. */
  static double percentile(List<Double> sorted, int percent) {
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.get(Math.max(1, rank) - 1);
  }
}
