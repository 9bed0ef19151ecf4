package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.run.Run;
import org.absentia.analysis.run.Runs;
import org.absentia.platform.event.Relay;

/** Keeps completed runs. */
@ApplicationScoped
class RunRows implements Runs {

  private final Relay relay;

  RunRows(Relay relay) {
    this.relay = relay;
  }

  @Override
  public Optional<Run> find(String trialId, UUID runId) {
    return RunRow.<RunRow>find("trialId = ?1 and runId = ?2", trialId, runId)
        .firstResultOptional()
        .map(RunRow::toRun);
  }

  @Override
  public Optional<Run> findBySeed(UUID datasetId, long seed) {
    return RunRow.<RunRow>find("datasetId = ?1 and seed = ?2", datasetId, seed)
        .firstResultOptional()
        .map(RunRow::toRun);
  }

  @Override
  public void add(Run run) {
    RunRow.of(run).persist();
    relay.wake();
  }
}
