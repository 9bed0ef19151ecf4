package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.absentia.analysis.run.FinalRun;

@Entity
@Table(name = "final_run")
class FinalRunRow extends PanacheEntityBase {
  @Id UUID runId = new UUID(0, 0);
  String trialId = "";
  UUID datasetId = new UUID(0, 0);
  Instant completedAt = Instant.EPOCH;
  String resultHash = "";
  String result = "";

  static FinalRunRow of(FinalRun run) {
    FinalRunRow row = new FinalRunRow();
    row.runId = run.runId();
    row.trialId = run.trialId();
    row.datasetId = run.datasetId();
    row.completedAt = run.completedAt();
    row.resultHash = run.resultHash();
    row.result = run.text();
    return row;
  }

  FinalRun toFinalRun() {
    return new FinalRun(runId, trialId, datasetId, completedAt, resultHash, result);
  }
}
