package org.absentia.randomisation.trial;

import java.util.Optional;

/** The groups that were allocated by one request. */
public interface AllocationBatches {
  /** Makes others who use this key wait until the transaction ends. */
  void reserve(String trialId, String idempotencyKey);

  Optional<AllocationBatch> find(String trialId, String idempotencyKey);

  void add(AllocationBatch batch);
}
