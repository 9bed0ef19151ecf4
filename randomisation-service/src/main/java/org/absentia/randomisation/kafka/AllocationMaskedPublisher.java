package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.MaskedLabel;
import org.absentia.randomisation.trial.Maskings;

/** Publishes the masked label of each participant of a locked dataset. */
@Singleton
class AllocationMaskedPublisher extends FactPublisher<MaskedLabel> {
  static final String TOPIC = "randomisation.allocation-masked.v1";
  private static final int ORDER = 60;

  private record AllocationMasked(
      String datasetId, String trialId, UUID participantId, String label, int participants) {}

  AllocationMaskedPublisher(Maskings maskings, ObjectMapper json) {
    super(ORDER, maskings, json);
  }

  @Override
  OutgoingEvent event(MaskedLabel label) {
    return new OutgoingEvent(
        label.eventId(),
        TOPIC,
        label.datasetId() + "/" + label.participantId(),
        label.datasetId(),
        label.maskedAt(),
        bytes(
            new AllocationMasked(
                label.datasetId(),
                label.trialId(),
                label.participantId(),
                label.label(),
                label.participants())));
  }
}
