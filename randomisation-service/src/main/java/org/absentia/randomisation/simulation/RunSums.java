package org.absentia.randomisation.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.absentia.randomisation.simulation.Guessing.Share;

/** The results of many runs, in their order. */
final class RunSums {
  private final List<RunResult> runs = new ArrayList<>();

  static RunSums together(List<RunSums> parts) {
    RunSums all = new RunSums();
    parts.forEach(part -> all.runs.addAll(part.runs));
    return all;
  }

  void add(RunResult run) {
    runs.add(run);
  }

  Guessing guessing() {
    return new Guessing(mean(RunResult::correct), mean(RunResult::certain));
  }

  double[] largestImbalances() {
    return runs.stream().mapToDouble(RunResult::largestImbalance).toArray();
  }

  long rejectionsWithout() {
    return runs.stream().filter(RunResult::rejectsWithout).count();
  }

  long rejectionsUnderTrend() {
    return runs.stream().filter(RunResult::rejectsUnderTrend).count();
  }

  long rejectionsUnderBias() {
    return runs.stream().filter(RunResult::rejectsUnderBias).count();
  }

  private Share mean(ToDoubleFunction<RunResult> figure) {
    double mean = runs.stream().mapToDouble(figure).average().orElseThrow();
    double squares =
        runs.stream().mapToDouble(run -> Math.pow(figure.applyAsDouble(run) - mean, 2)).sum();
    double variance = squares / Math.max(1, runs.size() - 1);
    return new Share(mean, Optional.empty(), Math.sqrt(variance / runs.size()));
  }
}
