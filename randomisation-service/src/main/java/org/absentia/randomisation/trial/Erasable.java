package org.absentia.randomisation.trial;

import java.util.UUID;

/**
 * Somewhere that something about participants is kept. On an erasure every bean of this type is
 * called, inside the transaction of the erasure.
 */
public interface Erasable {
  /** What stays unsaid unless a store says it; a test sees to it that each one does. */
  String UNSAID = "data of the participant";

  /**
   * Removes what is kept about the participant, or makes it nobody's; once more changes nothing.
   */
  void erase(UUID participantId);

  /** Returns what is removed, for the certificate of erasure: kinds of data, never values. */
  default String removes() {
    return UNSAID;
  }
}
