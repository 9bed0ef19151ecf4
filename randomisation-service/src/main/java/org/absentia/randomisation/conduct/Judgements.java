package org.absentia.randomisation.conduct;

import java.util.Optional;
import java.util.UUID;

/** The judgements at the lock. */
public interface Judgements {
  Optional<Judgement> last(UUID participantId);

  void add(Judgement judgement);
}
