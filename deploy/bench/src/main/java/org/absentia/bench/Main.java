package org.absentia.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.absentia.bench.outcome.OutcomesBenchmark;
import org.absentia.bench.service.AllocateBenchmark;
import org.absentia.bench.service.LatencyBenchmark;
import org.absentia.bench.service.RecomputationBenchmark;
import org.absentia.bench.statistics.StatisticsBenchmark;
import org.absentia.bench.validity.ValidityBenchmark;

/** The program behind {@code ./absentia bench}. */
public final class Main {
  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new OutcomesBenchmark(),
          new StatisticsBenchmark(),
          new RecomputationBenchmark(),
          new LatencyBenchmark(),
          new AllocateBenchmark(),
          new ValidityBenchmark());

  private Main() {}

  /** Ends with 0 also when a target was missed, 1 when a run failed, 2 when not understood. */
  public static void main(String[] args) throws Exception {
    try {
      run(List.of(args));
    } catch (IllegalArgumentException misuse) {
      System.err.println(misuse.getMessage() + "\n\n" + usage());
      System.exit(2);
    } catch (IllegalStateException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }

  private static void run(List<String> words) throws Exception {
    Benchmark benchmark = named(words.isEmpty() ? "" : words.getFirst());
    Options options = Options.of(words.subList(1, words.size()), benchmark.options());
    System.out.println(Machine.described());
    List<Measurement> measurements = benchmark.run(options, System.out);
    System.out.print("\n" + MeasurementTable.of(measurements));
    Path file = home().resolve("bench").resolve(benchmark.name() + ".json");
    MeasurementJson.write(measurements, file);
    System.out.println("\nwritten to " + file);
  }

  private static Benchmark named(String name) {
    return BENCHMARKS.stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no benchmark '" + name + "'"));
  }

  private static String usage() {
    return BENCHMARKS.stream()
        .map(Benchmark::usage)
        .collect(Collectors.joining("\n", "usage: ./absentia bench NAME [OPTIONS]\n\n", ""));
  }

  private static Path home() {
    return Path.of(System.getProperty("absentia.home", ".absentia"));
  }
}
