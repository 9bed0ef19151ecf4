package org.absentia.randomisation.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A version of a session's record; the highest counts.
 *
 * @param version from 1; each correction is another one
 * @param content empty in a version that says the session was recorded in error
 * @param recordedBy subject of the token of whoever recorded this version
 */
public record Session(
    UUID id,
    UUID participantId,
    String trialId,
    int version,
    Optional<Content> content,
    String recordedBy,
    Instant recordedAt) {
  /** How the two met. */
  public enum Mode {
    FACE_TO_FACE,
    PHONE,
    VIDEO,
    GROUP
  }

  /**
   * What is said of a session.
   *
   * @param minutes empty if unknown
   * @param provider code of whoever delivered it, which names nobody outside the trial office
   * @param contents of those that the protocol knows for the component
   * @param fidelity present for a session of the fidelity sample
   */
  public record Content(
      String component,
      LocalDate heldOn,
      Mode mode,
      OptionalInt minutes,
      Optional<String> provider,
      List<String> contents,
      Optional<Fidelity> fidelity) {
    public Content {
      contents = List.copyOf(contents);
    }
  }

  /** A recorded session that is rated, with its score once there is one. */
  public record Fidelity(Optional<MitiScore> score) {}
}
