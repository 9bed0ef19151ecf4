package org.absentia.ingest.intake;

import java.time.Instant;

/** That a participant withdrew, to a level. */
public record Withdrawal(String participantId, String trialId, Level level, Instant withdrawnAt) {
  /** How far a participant withdraws. */
  public enum Level {
    STOP_INTERVENTION(false, false),
    STOP_QUESTIONNAIRES(false, false),
    STOP_REGISTRY_DATA(true, false),
    WITHDRAW_KEEPING_DATA(true, false),
    WITHDRAW_AND_ERASE(true, true);

    private final boolean endsRelease;
    private final boolean erases;

    Level(boolean endsRelease, boolean erases) {
      this.endsRelease = endsRelease;
      this.erases = erases;
    }

    public boolean endsRelease() {
      return endsRelease;
    }

    public boolean erases() {
      return erases;
    }
  }
}
