package org.absentia.outcome.computation;

import java.time.LocalDate;
import java.time.ZoneId;

/** How far a participant's outcome has come. */
public enum OutcomeStatus {
  /** The longest window has ended; late and corrected records still lead to a new version. */
  COMPLETE,
  /** Follow-up goes on; days to come count as days at work. */
  PARTIAL,
  /** Follow-up ended before its time, so there are no values. */
  WITHDRAWN;

  /** In which zone the day of an instant is told. */
  private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

  static OutcomeStatus of(ParticipantCase participant, LocalDate today) {
    LocalDate end = participant.followUpEnd();
    boolean withdrawnBeforeEnd =
        participant.withdrawals().stream()
            .anyMatch(w -> w.level().endsFollowUp() && w.withdrawnOn().isBefore(end));
    boolean releaseEndedBeforeEnd =
        participant
            .releaseEndedAt()
            .map(instant -> instant.atZone(NORWAY).toLocalDate().isBefore(end))
            .orElse(false);
    if (participant.isErased() || withdrawnBeforeEnd || releaseEndedBeforeEnd) {
      return WITHDRAWN;
    }
    return end.isAfter(today) ? PARTIAL : COMPLETE;
  }
}
