package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that befell the trial itself and that its report must tell (CONSERVE).
 *
 * @param to the last day; empty for a day's event, and for a halt that lasts
 * @param mitigation what was done about it
 * @param recordedBy subject of the token of the one who noted it
 */
public record TrialEvent(
    UUID id,
    String trialId,
    Kind kind,
    LocalDate from,
    Optional<LocalDate> to,
    String description,
    Optional<String> mitigation,
    String recordedBy,
    Instant recordedAt) {
  /** What it is. */
  public enum Kind {
    AMENDMENT,
    RECRUITMENT_HALT,
    MODIFICATION,
    OTHER
  }

  boolean saysTheSame(TrialEvent other) {
    return kind == other.kind
        && from.equals(other.from)
        && to.equals(other.to)
        && description.equals(other.description)
        && mitigation.equals(other.mitigation);
  }
}
