package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.absentia.analysis.run.Run;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "analysis_run")
class RunRow extends PanacheEntityBase {
  @Id UUID runId = new UUID(0, 0);
  String trialId = "";
  UUID datasetId = new UUID(0, 0);
  long seed;
  Instant completedAt = Instant.EPOCH;
  String resultHash = "";
  String result = "";
  @Nullable Instant publishedAt;

  static RunRow of(Run run) {
    RunRow row = new RunRow();
    row.runId = run.runId();
    row.trialId = run.trialId();
    row.datasetId = run.datasetId();
    row.seed = run.seed();
    row.completedAt = run.completedAt();
    row.resultHash = run.resultHash();
    row.result = run.text();
    return row;
  }

  static List<RunRow> unpublished(int limit) {
    return find("publishedAt is null order by completedAt, runId").page(0, limit).list();
  }

  Run toRun() {
    return new Run(runId, trialId, datasetId, seed, completedAt, resultHash, result);
  }
}
