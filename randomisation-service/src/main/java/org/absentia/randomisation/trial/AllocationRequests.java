package org.absentia.randomisation.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who asked for slots, and how long after the participant was ready for one. */
public interface AllocationRequests extends Erasable {
  /**
   * How long a participant waited for the request.
   *
   * @param recruiter opaque, alike for one recruiter in one trial
   */
  record Lag(String recruiter, Duration waited) {}

  /** Notes that answers changed, which lets the wait begin anew. */
  void answersChanged(String trialId, UUID participantId, Instant at);

  /**
   * Notes who requested the slots that were taken.
   *
   * @param recruiters opaque names by participant
   */
  void requested(String trialId, Map<UUID, String> recruiters, Instant at);

  /** Returns the lag of each participant who has a slot and was not erased. */
  List<Lag> lags(String trialId);
}
