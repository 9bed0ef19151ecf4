package org.absentia.analysis.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Dataset;
import org.absentia.analysis.dataset.Datasets;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.OpenDataset;
import org.absentia.analysis.dataset.Trials;
import org.absentia.analysis.plan.AnalysisPlan;

/** Runs the planned analyses of a locked dataset once per seed and keeps the result. */
@ApplicationScoped
public class RunAnalysis {

  private final Trials trials;
  private final Datasets datasets;
  private final OpenDataset openDataset;
  private final Runs runs;
  private final Canonical canonical;
  private final Clock clock;
  private final Supplier<UUID> newId;

  public RunAnalysis(
      Trials trials,
      Datasets datasets,
      OpenDataset openDataset,
      Runs runs,
      Canonical canonical,
      Clock clock,
      Supplier<UUID> newId) {
    this.trials = trials;
    this.datasets = datasets;
    this.openDataset = openDataset;
    this.runs = runs;
    this.canonical = canonical;
    this.clock = clock;
    this.newId = newId;
  }

  /** What came of the wish to run. */
  public sealed interface Answer {}

  public record Completed(Run run) implements Answer {}

  /** This dataset was analysed with this seed before; the result is the same. */
  public record AlreadyCompleted(Run run) implements Answer {}

  public record NotLocked(Dataset.Status status) implements Answer {}

  public record UnknownDataset() implements Answer {}

  @Transactional
  public Answer run(String trialId, UUID datasetId, long seed) {
    Optional<Dataset> dataset = datasets.find(trialId, datasetId);
    if (dataset.isEmpty()) {
      return new UnknownDataset();
    }
    if (dataset.get().status() != Dataset.Status.LOCKED) {
      return new NotLocked(dataset.get().status());
    }
    datasets.hold(datasetId);
    return runs.findBySeed(datasetId, seed)
        .<Answer>map(AlreadyCompleted::new)
        .orElseGet(() -> new Completed(compute(trialId, datasetId, seed)));
  }

  private Run compute(String trialId, UUID datasetId, long seed) {
    AnalysisPlan plan = trials.plan(trialId).orElseThrow();
    MaskedDataset rows = openDataset.open(trialId, datasetId).orElseThrow();
    String text = canonical.write(Analysis.of(plan, rows, seed));
    Run run =
        new Run(
            newId.get(), trialId, datasetId, seed, clock.instant(), Canonical.sha256(text), text);
    runs.add(run);
    return run;
  }
}
