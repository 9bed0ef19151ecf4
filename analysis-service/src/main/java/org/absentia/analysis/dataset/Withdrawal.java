package org.absentia.analysis.dataset;

import java.time.LocalDate;

/** A participant's wish to stop, from that day on. */
public record Withdrawal(Level level, LocalDate withdrawnOn) {

  public enum Level {
    STOP_INTERVENTION,
    STOP_QUESTIONNAIRES,
    STOP_REGISTRY_DATA,
    WITHDRAW_KEEPING_DATA,
    WITHDRAW_AND_ERASE;

    /** Whether no register data after that day may be used. */
    public boolean endsRegistryData() {
      return switch (this) {
        case STOP_INTERVENTION, STOP_QUESTIONNAIRES -> false;
        case STOP_REGISTRY_DATA, WITHDRAW_KEEPING_DATA, WITHDRAW_AND_ERASE -> true;
      };
    }
  }
}
