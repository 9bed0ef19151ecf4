package org.absentia.randomisation.unmasking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.randomisation.delivery.DeliverySummary;
import org.absentia.randomisation.protocol.Arm;

/**
 * One participant of an unmasked dataset.
 *
 * @param participants how many the dataset had that were not erased when it was unmasked
 * @param content empty once erased
 */
public record Unmasked(
    UUID eventId,
    String datasetId,
    String trialId,
    UUID participantId,
    int participants,
    Instant unmaskedAt,
    Optional<Content> content) {

  /**
   * What a masked dataset must not carry.
   *
   * @param label the letter that stood for the arm
   * @param epoch of the stratum, from 1; empty where the design has no epochs
   * @param odds of this arm at this slot as the design declares them; empty where nobody knows
   */
  public record Content(
      String label,
      Arm arm,
      OptionalInt epoch,
      Optional<Odds> odds,
      DeliverySummary.Answer received,
      DeliverySummary.Adherence adherence,
      DeliverySummary.Answer perProtocol,
      List<DeliverySummary.Deviation> deviations) {
    public Content {
      deviations = List.copyOf(deviations);
    }

    @Override
    public String toString() {
      // never the arm
      return "Content[...]";
    }
  }

  /** So many in so many. */
  public record Odds(long weight, long of) {
    public double probability() {
      return (double) weight / of;
    }
  }
}
