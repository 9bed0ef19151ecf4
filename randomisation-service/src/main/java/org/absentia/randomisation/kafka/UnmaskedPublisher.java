package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.delivery.DeliverySummary;
import org.absentia.randomisation.unmasking.Unmasked;
import org.absentia.randomisation.unmasking.Unmaskings;

/**
 * Publishes each participant of a dataset that two persons unmasked, one by one like the labels. A
 * tombstone follows an erasure.
 */
@Singleton
class UnmaskedPublisher extends FactPublisher<Unmasked> {
  static final String TOPIC = "randomisation.unmasked.v1";
  private static final int ORDER = 65;

  private record UnmaskedParticipant(
      String datasetId,
      String trialId,
      UUID participantId,
      String label,
      String arm,
      String armLabel,
      OptionalInt epoch,
      OptionalDouble allocationProbability,
      DeliverySummary.Answer received,
      DeliverySummary.Adherence adherence,
      DeliverySummary.Answer perProtocol,
      List<DeliverySummary.Deviation> deviations,
      int participants,
      Instant unmaskedAt) {
    static UnmaskedParticipant of(Unmasked unmasked, Unmasked.Content content) {
      Optional<Unmasked.Odds> odds = content.odds();
      return new UnmaskedParticipant(
          unmasked.datasetId(),
          unmasked.trialId(),
          unmasked.participantId(),
          content.label(),
          content.arm().name(),
          content.arm().label(),
          content.epoch(),
          odds.isPresent()
              ? OptionalDouble.of(odds.orElseThrow().probability())
              : OptionalDouble.empty(),
          content.received(),
          content.adherence(),
          content.perProtocol(),
          content.deviations(),
          unmasked.participants(),
          unmasked.unmaskedAt());
    }
  }

  UnmaskedPublisher(Unmaskings unmaskings, ObjectMapper json) {
    super(ORDER, unmaskings, json);
  }

  @Override
  OutgoingEvent event(Unmasked unmasked) {
    return new OutgoingEvent(
        unmasked.eventId(),
        TOPIC,
        unmasked.datasetId() + "/" + unmasked.participantId(),
        unmasked.datasetId(),
        unmasked.unmaskedAt(),
        unmasked
            .content()
            .map(content -> bytes(UnmaskedParticipant.of(unmasked, content)))
            .orElse(null));
  }
}
