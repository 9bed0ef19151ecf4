package org.absentia.outcome.computation;

import java.time.LocalDate;

/** How far a participant's outcome has come. */
public enum OutcomeStatus {
  /** The longest window has ended; late and corrected records still lead to a new version. */
  COMPLETE,
  /** Follow-up goes on; days to come count as days at work. */
  PARTIAL,
  /** Follow-up ended before its time: only windows that were over by then have values. */
  WITHDRAWN;

  static OutcomeStatus of(ParticipantCase participant, LocalDate today) {
    if (participant.isErased() || participant.followedUntil().isPresent()) {
      return WITHDRAWN;
    }
    return participant.followUpEnd().isAfter(today) ? PARTIAL : COMPLETE;
  }
}
