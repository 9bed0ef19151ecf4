package org.absentia.analysis.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Datasets;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.OpenDataset;
import org.absentia.analysis.dataset.Trials;
import org.absentia.analysis.dataset.Unmasking;
import org.absentia.analysis.dataset.Unmaskings;
import org.absentia.analysis.plan.AnalysisPlan;

/** Adds to a masked run what the unmasking of its dataset allows, once, and keeps it. */
@ApplicationScoped
public class ConcludeRun {

  private final Trials trials;
  private final Datasets datasets;
  private final OpenDataset openDataset;
  private final Unmaskings unmaskings;
  private final Runs runs;
  private final FinalRuns finalRuns;
  private final Canonical canonical;
  private final Clock clock;

  public ConcludeRun(
      Trials trials,
      Datasets datasets,
      OpenDataset openDataset,
      Unmaskings unmaskings,
      Runs runs,
      FinalRuns finalRuns,
      Canonical canonical,
      Clock clock) {
    this.trials = trials;
    this.datasets = datasets;
    this.openDataset = openDataset;
    this.unmaskings = unmaskings;
    this.runs = runs;
    this.finalRuns = finalRuns;
    this.canonical = canonical;
    this.clock = clock;
  }

  /** What came of the wish to conclude. */
  public sealed interface Answer {}

  public record Concluded(FinalRun run) implements Answer {}

  /** It was concluded before; the result is the same. */
  public record ConcludedBefore(FinalRun run) implements Answer {}

  /** Nobody unmasked the dataset yet, or not all of it has arrived. */
  public record StillMasked() implements Answer {}

  public record UnknownRun() implements Answer {}

  @Transactional
  public Answer conclude(String trialId, UUID runId) {
    Optional<Run> found = runs.find(trialId, runId);
    if (found.isEmpty()) {
      return new UnknownRun();
    }
    Run run = found.get();
    datasets.hold(run.datasetId());
    Optional<FinalRun> before = finalRuns.find(trialId, runId);
    if (before.isPresent()) {
      return new ConcludedBefore(before.get());
    }
    return unmaskings
        .find(run.datasetId())
        .<Answer>map(unmasking -> new Concluded(compute(run, unmasking)))
        .orElseGet(StillMasked::new);
  }

  private FinalRun compute(Run run, Unmasking unmasking) {
    AnalysisPlan plan = trials.plan(run.trialId()).orElseThrow();
    MaskedDataset rows = openDataset.open(run.trialId(), run.datasetId()).orElseThrow();
    String text = canonical.write(FinalAnalysis.of(plan, rows, unmasking, run));
    FinalRun concluded =
        new FinalRun(
            run.runId(),
            run.trialId(),
            run.datasetId(),
            clock.instant(),
            Canonical.sha256(text),
            text);
    finalRuns.add(concluded);
    return concluded;
  }
}
