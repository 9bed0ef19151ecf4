package org.absentia.randomisation.trial;

import java.util.List;
import java.util.Optional;

/** Something that must hold before a participant takes a slot. */
public interface SlotCondition {
  /** Returns what does not hold; call it under the participant's lock. */
  Optional<Unmet> unmet(Trial trial, Participant participant);

  /** Why no slot is taken, with the codes of the protocol's criteria where they say it. */
  record Unmet(String detail, List<String> reasonCodes) {
    public Unmet {
      reasonCodes = List.copyOf(reasonCodes);
    }
  }
}
