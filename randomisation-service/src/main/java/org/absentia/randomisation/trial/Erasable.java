package org.absentia.randomisation.trial;

import java.util.UUID;

/** Something stored about participants that goes when one withdraws and is erased. */
public interface Erasable {
  /** Removes what is stored of the participant, in the transaction of the withdrawal. */
  void erase(UUID participantId);
}
