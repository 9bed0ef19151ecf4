package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A participant's withdrawal. */
public record Withdrawal(
    UUID id,
    UUID participantId,
    String trialId,
    Level level,
    LocalDate withdrawnOn,
    Instant withdrawnAt) {
  /** How far it goes, each level further than the one before. */
  public enum Level {
    STOP_INTERVENTION,
    STOP_QUESTIONNAIRES,
    STOP_REGISTRY_DATA,
    WITHDRAW_KEEPING_DATA,
    WITHDRAW_AND_ERASE
  }
}
