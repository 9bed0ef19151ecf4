package org.absentia.randomisation.deviation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An error in the conduct of a trial.
 *
 * @param notes what was found and done, with whom it is about; empty once that person was erased
 */
public record Deviation(
    UUID id,
    String trialId,
    Kind kind,
    LocalDate noticedOn,
    Optional<Notes> notes,
    String recordedBy,
    Instant recordedAt) {
  /** What kind of error it was. */
  public enum Kind {
    WRONG_STRATUM,
    INELIGIBLE_FOUND_LATER,
    WRONG_ARM_DELIVERED,
    ALLOCATED_WITHOUT_NEED,
    ARM_DISCLOSED,
    OTHER
  }

  /** A slot of a stratum. */
  public record Slot(String stratum, int number) {}

  /**
   * What erasure removes.
   *
   * @param participantId whom it is about; empty where it is about a slot or the trial
   */
  public record Notes(
      Optional<UUID> participantId,
      Optional<Slot> slot,
      String description,
      String correctiveAction) {}

  /** Tells whether the other says the same, whenever it was recorded. */
  boolean repeats(Deviation other) {
    return kind == other.kind
        && noticedOn.equals(other.noticedOn)
        && notes.equals(other.notes)
        && recordedBy.equals(other.recordedBy);
  }
}
