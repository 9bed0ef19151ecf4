package org.absentia.bench.statistics;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Figures;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;
import org.absentia.statistics.random.RandomTree;

/** How fast the statistics engine is, called directly, beside R on the same data. */
public final class StatisticsBenchmark implements Benchmark {
  private static final String NOTES =
      """

      Wall clock of warm code, the median of several runs, both from data in memory: models begin with reading the
      formula's variables, as R's functions do. The engine may use two threads; where it shares work its one-thread
      figure stands beside. Estimates agree within a room fit for the method, Monte Carlo error for random ones.
      """;
  private static final int THREADS = 2;
  private static final int FEW_ROUNDS = 3;
  private static final int LARGE = 100_000;

  /** In the order of the numbers of {@code --only}. */
  static final List<Function<Setting, List<Problem>>> KINDS =
      List.of(
          BootstrapProblems::of,
          ImputationProblems::of,
          CoxProblems::of,
          SurvivalProblems::of,
          MixedModelProblems::of,
          RobustProblems::of,
          RankSumProblems::of);

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public Set<String> options() {
    return Set.of("--only", "--percent", "--seed", "--rounds");
  }

  @Override
  public String usage() {
    return """
        statistics   the statistics engine beside R's functions
          --only N      one kind: 1 bootstrap, 2 chained equations, 3 Cox, 4 log-rank and Kaplan-Meier,
                        5 mixed model, 6 robust regression, 7 rank-sum (all)
          --percent N   of the rows (100)
          --seed N      of the data (1)
          --rounds N    timed runs of each (5; long ones 3)
        """;
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) {
    int rounds = options.count("--rounds", 5);
    Setting setting =
        new Setting(
            RandomTree.ofSeed(options.number("--seed", 1)), options.count("--percent", 100));
    boolean beside = Rscript.isInstalled();
    out.println(NOTES);
    if (!beside) {
      out.println(
          "R: no Rscript with survival, lme4, mice and MASS here (Debian: r-base-core, r-recommended,"
              + " r-cran-lme4, r-cran-mice)");
    }
    List<Measurement> measurements = new ArrayList<>();
    for (Function<Setting, List<Problem>> kind : kinds(options)) {
      for (Problem problem : kind.apply(setting)) {
        measurements.addAll(measured(problem, rounds, beside, out));
      }
    }
    return measurements;
  }

  private static List<Function<Setting, List<Problem>>> kinds(Options options) {
    int only = (int) options.number("--only", 0);
    if (only < 0 || only > KINDS.size()) {
      throw new IllegalArgumentException("--only lies between 1 and " + KINDS.size());
    }
    return only == 0 ? KINDS : List.of(KINDS.get(only - 1));
  }

  private static List<Measurement> measured(
      Problem problem, int rounds, boolean beside, PrintStream out) {
    Timing both = Timing.of(problem.engine(), THREADS, rounds);
    Timing alone = problem.isParallel() ? Timing.of(problem.engine(), 1, rounds) : both;
    List<Measurement> measurements = new ArrayList<>();
    for (Contender contender : problem.contenders()) {
      Function<Measurement, Measurement> baseline =
          beside
              ? timed(problem, contender, both.estimates(), rounds, out)
              : measurement -> measurement.withoutBaseline(contender.name());
      measurements.add(baseline.apply(figure(problem, "", both)));
      if (problem.isParallel()) {
        measurements.add(baseline.apply(figure(problem, ", one thread", alone)));
      }
    }
    return measurements;
  }

  private static Measurement figure(Problem problem, String suffix, Timing timing) {
    return Measurement.of(problem.name() + suffix, timing.seconds() * 1e3, "ms")
        .atLeast(problem.target());
  }

  /** Lets R estimate, compares, and answers how a figure is put beside its time. */
  private static Function<Measurement, Measurement> timed(
      Problem problem, Contender contender, List<Estimate> estimates, int rounds, PrintStream out) {
    int runs = problem.data().rows() >= LARGE ? Math.min(rounds, FEW_ROUNDS) : rounds;
    Rscript.Answer answer = Rscript.run(problem.data(), contender, runs);
    problem.mustAgree(estimates, contender, answer.estimates());
    double seconds = answer.seconds() / contender.share();
    out.println(
        "%s: %s, %s: %s ms"
            .formatted(
                problem.name(), contender.name(), answer.version(), Figures.of(seconds * 1e3)));
    return measurement -> measurement.fasterThan(contender.name(), seconds * 1e3);
  }
}
