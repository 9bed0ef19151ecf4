package org.absentia.randomisation.trial;

import java.util.UUID;

/** Something kept about participants that goes, or becomes anonymous, when one is erased. */
public interface Erasable {
  void erase(UUID participantId);
}
