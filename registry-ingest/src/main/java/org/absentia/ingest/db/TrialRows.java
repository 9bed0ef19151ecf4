package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import org.absentia.ingest.intake.Trial;
import org.absentia.ingest.intake.Trials;

@ApplicationScoped
class TrialRows implements Trials {
  private final Clock clock;

  TrialRows(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void keep(Trial trial) {
    TrialRow row = TrialRow.findById(trial.trialId(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      TrialRow made = new TrialRow();
      made.take(trial, clock.instant());
      made.persistAndFlush();
    } else if (row.version < trial.version()) {
      row.take(trial, clock.instant());
    }
  }

  @Override
  public Optional<Trial> find(String trialId) {
    return TrialRow.<TrialRow>findByIdOptional(trialId).map(TrialRow::toTrial);
  }

  @Override
  public Optional<Trial> lock(String trialId) {
    return TrialRow.<TrialRow>findByIdOptional(trialId, LockModeType.PESSIMISTIC_WRITE)
        .map(TrialRow::toTrial);
  }
}
