package org.absentia.analysis.dataset;

import java.util.Optional;
import java.util.UUID;

/** Where what unmaskings told is kept, apart from the datasets. */
public interface Unmaskings {

  /**
   * Keep what was told of a participant, who is not erased; the first telling counts. False if the
   * dataset gave the participant another label: the message cannot be right.
   */
  boolean keep(Unmasked unmasked);

  /** Drop what was told of a participant. */
  void drop(UUID datasetId, UUID participantId);

  /**
   * Return the unmasking of a locked dataset once every row of it has its arm, those of erased
   * persons apart.
   */
  Optional<Unmasking> find(UUID datasetId);
}
