package org.absentia.analysis.run;

import java.util.Optional;
import java.util.UUID;

/** Where final runs are kept. */
public interface FinalRuns {

  Optional<FinalRun> find(String trialId, UUID runId);

  void add(FinalRun run);
}
