package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The erasures that were done. */
public interface Erasures extends Facts<Erasure> {
  Optional<Erasure> find(String trialId, UUID participantId);

  /** Adds an erasure, in the place of an earlier one of the same participant. */
  void add(Erasure erasure);

  /** Adds the word of another service; of an unknown participant nothing is kept. */
  void confirm(UUID participantId, String service, Instant at);

  List<Erasure.Confirmation> confirmations(UUID participantId);
}
