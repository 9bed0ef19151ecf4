package org.absentia.randomisation.unmasking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/**
 * Takes down that a dataset was analysed, with the digest of the result: the signed head of the log
 * then proves that this result stood before the dataset was unmasked.
 */
@ApplicationScoped
public class NoteAnalysisRun {
  private final AnalysisRuns runs;
  private final TrialLog log;
  private final Clock clock;

  NoteAnalysisRun(AnalysisRuns runs, TrialLog log, Clock clock) {
    this.runs = runs;
    this.log = log;
    this.clock = clock;
  }

  /** Notes a run once, however often it is told. */
  @Transactional
  public void note(Trial trial, AnalysisRun run) {
    log.lock(trial.id());
    if (runs.add(run)) {
      LogEvent completed =
          new LogEvent.AnalysisCompleted(run.datasetId(), run.runId().toString(), run.resultHash());
      log.append(trial.id(), List.of(completed), clock.instant());
    }
  }
}
