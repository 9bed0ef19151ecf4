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
  /** How far it goes, each level further than the one before and including it. */
  public enum Level {
    STOP_INTERVENTION,
    STOP_QUESTIONNAIRES,
    STOP_REGISTRY_DATA,
    WITHDRAW_KEEPING_DATA,
    WITHDRAW_AND_ERASE;

    /** Tells whether the participant is asked nothing more. */
    public boolean stopsQuestionnaires() {
      return compareTo(STOP_QUESTIONNAIRES) >= 0;
    }

    /** Tells whether no registry data from after that day may be used. */
    public boolean stopsRegistryData() {
      return compareTo(STOP_REGISTRY_DATA) >= 0;
    }

    public boolean erases() {
      return this == WITHDRAW_AND_ERASE;
    }
  }
}
