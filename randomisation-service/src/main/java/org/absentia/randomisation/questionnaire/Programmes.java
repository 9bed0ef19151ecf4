package org.absentia.randomisation.questionnaire;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The days of participants' programmes. */
public interface Programmes {
  Optional<ProgrammeDays> of(UUID participantId);

  /** Sets the days in place of those known. */
  void set(String trialId, UUID participantId, ProgrammeDays days, Instant recordedAt);
}
