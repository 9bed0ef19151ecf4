package org.absentia.analysis.dataset;

import java.util.Optional;
import java.util.UUID;

/** What the unmasking of a dataset told of one participant. */
public record Unmasked(
    UUID datasetId, String trialId, UUID participantId, String label, Arm arm, Columns columns) {

  /** An arm by its name in allocations, and what tables call it. */
  public record Arm(String name, String label) {}

  /** Unknown is not no. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /** How much of what was planned under supervision was received. */
  public enum Adherence {
    FULL,
    PARTIAL,
    NONE,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /**
   * What a masked dataset must not carry, since it would tell the arm.
   *
   * @param epoch of the stratum, where the design has epochs
   * @param allocationProbability of this arm at this slot as declared; absent where nobody knows it
   */
  public record Columns(
      Optional<Integer> epoch,
      Optional<Double> allocationProbability,
      Answer received,
      Adherence adherence,
      Answer perProtocol) {
    public Columns {
      if (allocationProbability.filter(p -> !(p > 0 && p <= 1)).isPresent()) {
        throw new IllegalArgumentException("a probability lies above 0 and not above 1");
      }
    }
  }
}
