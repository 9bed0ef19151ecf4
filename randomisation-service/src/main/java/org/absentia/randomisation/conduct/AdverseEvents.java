package org.absentia.randomisation.conduct;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reports of adverse events, each in all its versions. */
public interface AdverseEvents {
  /** Returns the newest version of each event of a participant. */
  List<AdverseEvent> ofParticipant(UUID participantId);

  /** Returns the newest version of an event of this participant. */
  Optional<AdverseEvent> newest(UUID participantId, UUID eventId);

  /** Returns all versions of each event, in order of event and version, beginning after one. */
  List<AdverseEvent> page(String trialId, Optional<UUID> afterEvent, int events);

  void add(AdverseEvent event);
}
