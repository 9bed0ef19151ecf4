package org.absentia.bench.validity;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;

/** Simulates type I errors, coverage and power of all tests and intervals of the engine. */
public final class ValidityBenchmark implements Benchmark {
  @Override
  public String name() {
    return "validity";
  }

  @Override
  public Set<String> options() {
    return Set.of("--percent", "--seed");
  }

  @Override
  public String usage() {
    return """
    validity       type I error and interval coverage of the statistics engine by simulation
      --percent N    of the runs that each scenario asks for (default 100)
      --seed N       of the random streams (default 1)
    """;
  }

  /** Every scenario, family by family. */
  static List<Scenario<?>> scenarios() {
    KnownRates known = KnownRates.read();
    return Stream.of(
            DescriptionScenarios.all(),
            TwoSampleScenarios.all(),
            ContingencyScenarios.all(),
            BootstrapScenarios.all(),
            LinearScenarios.all(),
            CategoryScenarios.all(),
            SurvivalScenarios.all(),
            CoxScenarios.all(),
            MixedScenarios.all(),
            ImputationScenarios.all(),
            PoolScenarios.all(),
            SampleSizeScenarios.all(),
            ModerationScenarios.all())
        .<Scenario<?>>flatMap(List::stream)
        .<Scenario<?>>map(scenario -> scenario.with(known))
        .toList();
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) {
    Simulation simulation = new Simulation(options.number("--seed", 1), true);
    int percent = options.count("--percent", 100);
    long start = System.nanoTime();
    List<Rate> rates = new ArrayList<>();
    for (Scenario<?> scenario : scenarios()) {
      long from = System.nanoTime();
      int runs = Math.max(1, Math.toIntExact((long) scenario.runs() * percent / 100));
      rates.addAll(simulation.rates(scenario, runs));
      out.printf("%6.1f s  %s%n", (System.nanoTime() - from) / 1e9, scenario.name());
    }
    out.println();
    out.print(RateTable.of(rates));
    double seconds = (System.nanoTime() - start) / 1e9;
    return List.of(
        Measurement.of("rates simulated", rates.size(), "rates"),
        Measurement.of("off what was expected", count(rates, Rate.Verdict.OFF), "rates").atMost(0),
        Measurement.of("within 99.9 % only", count(rates, Rate.Verdict.NEARLY), "rates"),
        Measurement.of("time", seconds, "s"));
  }

  private static long count(List<Rate> rates, Rate.Verdict verdict) {
    return rates.stream().filter(rate -> rate.verdict() == verdict).count();
  }
}
