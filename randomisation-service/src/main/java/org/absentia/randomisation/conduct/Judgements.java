package org.absentia.randomisation.conduct;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The judgements at the lock. */
public interface Judgements {
  default Optional<Judgement> last(UUID participantId) {
    return Optional.ofNullable(last(List.of(participantId)).get(participantId));
  }

  /** Returns the last judgement of each of these participants who was judged. */
  Map<UUID, Judgement> last(Collection<UUID> participantIds);

  void add(Judgement judgement);
}
