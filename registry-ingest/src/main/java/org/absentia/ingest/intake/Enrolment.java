package org.absentia.ingest.intake;

import java.time.LocalDate;

/** That a candidate became a participant. */
public record Enrolment(
    String participantId, String trialId, String candidateId, LocalDate indexDate) {
  private static final int HISTORY_MONTHS = 24;

  /** Records that speak of this day or later belong to the trial. */
  public LocalDate historyFrom() {
    return indexDate.minusMonths(HISTORY_MONTHS);
  }
}
