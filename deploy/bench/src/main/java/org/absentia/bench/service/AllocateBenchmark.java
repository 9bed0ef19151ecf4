package org.absentia.bench.service;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;
import org.absentia.local.Directories;
import org.absentia.local.RunningStack;
import org.absentia.randomisation.files.BundleReader;
import org.absentia.randomisation.verification.Verification;

/**
 * How fast slots of one stratum are taken, durably and one after the other, beside what a bare
 * commit costs; and how long the check of a large bundle takes.
 */
public final class AllocateBenchmark implements Benchmark {
  private static final int ROUNDS = 4;
  private static final int WARM_UP_ROUNDS = 4;
  private static final double BASELINE_SECONDS = 2;

  @Override
  public String name() {
    return "allocate";
  }

  @Override
  public Set<String> options() {
    return Set.of("--participants", "--clients", "--bundle");
  }

  @Override
  public String usage() {
    return """
        allocate  takes slots of one stratum over HTTP from one process of randomisation-service, in
                  turn with single-row commits on one connection to the same PostgreSQL; then
                  verifies a large bundle
          --participants N   how many are allocated, in four rounds after four to warm up (12000)
          --clients N        how many recruiters ask at once (16)
          --bundle N         allocations in the bundle (100000)
        """;
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) throws Exception {
    int participants = options.count("--participants", 12_000);
    int clients = options.count("--clients", 16);
    Path home = Files.createTempDirectory("absentia-bench");
    List<Measurement> measurements = new ArrayList<>();
    try (RunningStack stack = RunningStack.start(home.resolve("stack"), home.resolve("stack.log"));
        ServiceProcess process =
            ServiceProcess.start(
                ServiceProcess.Program.RANDOMISATION, stack, home.resolve("randomisation.log"));
        Recruiters recruiters = new Recruiters(stack, process, clients);
        Commits commits = new Commits(stack)) {
      measurements.addAll(allocations(recruiters, commits, participants, out));
    }
    measurements.addAll(
        verification(options.count("--bundle", 100_000), home.resolve("bundle.json")));
    Directories.delete(home);
    return measurements;
  }

  private static List<Measurement> allocations(
      Recruiters recruiters, Commits commits, int count, PrintStream out) throws Exception {
    recruiters.openTrial();
    int round = count / ROUNDS;
    List<String> candidates =
        Stream.generate(() -> UUID.randomUUID().toString())
            .limit((long) round * (WARM_UP_ROUNDS + ROUNDS))
            .toList();
    commits.list(candidates);
    List<String> participants = recruiters.enrol(candidates);
    out.printf("%d enrolled in one stratum%n", participants.size());
    int warm = WARM_UP_ROUNDS * round;
    List<Double> _ = recruiters.allocate(participants.subList(0, warm));
    List<Double> delays = new ArrayList<>();
    double seconds = 0;
    double bare = 0;
    for (int i = 0; i < ROUNDS; i++) {
      double rate = commits.perSecond(BASELINE_SECONDS, i * 1_000_000L);
      long start = System.nanoTime();
      delays.addAll(
          recruiters.allocate(participants.subList(warm + i * round, warm + (i + 1) * round)));
      double took = (System.nanoTime() - start) / 1e9;
      out.printf("%.0f commits/s, %.0f allocations/s%n", rate, round / took);
      bare += rate / ROUNDS;
      seconds += took;
    }
    if (!commits.withoutGap(participants.size())) {
      throw new IllegalStateException("slots were left out or taken twice");
    }
    List<Double> sorted = delays.stream().sorted().toList();
    return List.of(
        Measurement.of("allocations in one stratum", delays.size() / seconds, "a second")
            .against("single-row commits on one connection", bare)
            .atLeast(0.4),
        Measurement.of("allocation, p50", LatencyBenchmark.percentile(sorted, 50), "ms"),
        Measurement.of("allocation, p99", LatencyBenchmark.percentile(sorted, 99), "ms")
            .atMost(25));
  }

  private static List<Measurement> verification(int count, Path file) throws IOException {
    new LargeBundle(count).write(file);
    long start = System.nanoTime();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!Verification.of(BundleReader.read(in)).isEmpty()) {
        throw new IllegalStateException("an intact bundle has faults");
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return List.of(
        Measurement.of("bundle of " + count + " allocations verified", seconds, "s").atMost(10));
  }
}
