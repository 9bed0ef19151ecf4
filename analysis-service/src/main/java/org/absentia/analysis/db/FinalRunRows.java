package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.run.FinalRun;
import org.absentia.analysis.run.FinalRuns;

/** Keeps final runs. */
@ApplicationScoped
class FinalRunRows implements FinalRuns {

  @Override
  public Optional<FinalRun> find(String trialId, UUID runId) {
    return FinalRunRow.<FinalRunRow>find("trialId = ?1 and runId = ?2", trialId, runId)
        .firstResultOptional()
        .map(FinalRunRow::toFinalRun);
  }

  @Override
  public void add(FinalRun run) {
    FinalRunRow.of(run).persist();
  }
}
