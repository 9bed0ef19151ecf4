package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.absentia.randomisation.trial.AllocationBatch;
import org.absentia.randomisation.trial.AllocationBatches;

/** The groups in PostgreSQL. */
@ApplicationScoped
class AllocationBatchRows implements AllocationBatches {
  private final Database database;

  AllocationBatchRows(Database database) {
    this.database = database;
  }

  @Override
  public void reserve(String trialId, String idempotencyKey) {
    database.reserve("allocation-batch", trialId + "/" + idempotencyKey);
  }

  @Override
  public Optional<AllocationBatch> find(String trialId, String idempotencyKey) {
    return AllocationBatchRow.<AllocationBatchRow>findByIdOptional(
            new AllocationBatchRow.Key(trialId, idempotencyKey))
        .map(AllocationBatchRow::toBatch);
  }

  @Override
  public void add(AllocationBatch batch) {
    AllocationBatchRow.of(batch).persist();
  }
}
