package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.trial.Epochs;

/** The epochs in PostgreSQL. */
@ApplicationScoped
class EpochRows implements Epochs {
  private final Database database;

  EpochRows(Database database) {
    this.database = database;
  }

  @Override
  public List<Epoch> of(String trialId, String stratum) {
    return EpochRow.<EpochRow>list(
            "trialId = ?1 and stratum = ?2", Sort.by("fromSlot"), trialId, stratum)
        .stream()
        .map(EpochRow::toEpoch)
        .toList();
  }

  @Override
  public void add(String trialId, String stratum, Epoch epoch, Instant startedAt) {
    // of two epochs that start at one slot the later is in force, as a verifier reads the log
    database.entities().merge(EpochRow.of(trialId, stratum, epoch, startedAt));
  }
}
