package org.absentia.analysis.run;

import java.util.Optional;
import java.util.UUID;

/** Where completed runs are kept. */
public interface Runs {

  Optional<Run> find(String trialId, UUID runId);

  Optional<Run> findBySeed(UUID datasetId, long seed);

  /** Keep a run; its event goes out with the commit. */
  void add(Run run);
}
