package org.absentia.randomisation.trial;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something that must hold before a participant takes a slot. */
public interface SlotCondition {
  /** Returns of whom something does not hold, and what; call it under the participants' locks. */
  Map<UUID, Unmet> unmet(Trial trial, List<Participant> participants);

  /** Why no slot is taken, with the codes of the protocol's criteria where they say it. */
  record Unmet(String detail, List<String> reasonCodes) {
    public Unmet {
      reasonCodes = List.copyOf(reasonCodes);
    }
  }
}
