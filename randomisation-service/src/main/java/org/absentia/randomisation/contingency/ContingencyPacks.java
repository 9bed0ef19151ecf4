package org.absentia.randomisation.contingency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.scheme.Secret;

/** The packs of all trials. */
public interface ContingencyPacks {
  void add(ContingencyPack pack, Secret breakGlassKey);

  /** Finds a pack of the trial and holds it until the transaction ends. */
  Optional<ContingencyPack> lock(String trialId, UUID id);

  List<ContingencyPack> ofTrial(String trialId);

  /** Tells whether a pack of the trial was handed out and did not come back. */
  boolean anyOut(String trialId);

  /** Returns the key and forgets it; empty once it was shown. */
  Optional<Secret> takeKey(UUID id, Instant at);

  void markReturned(UUID id, Instant at);
}
