package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Erasure;
import org.absentia.randomisation.trial.Erasures;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * Publishes whom to erase on a topic that keeps them for ever, so that every service can erase
 * again what a restored backup has brought back.
 */
@Singleton
class ParticipantErasedPublisher extends FactPublisher<Erasure> {
  static final String TOPIC = "randomisation.participant-erased.v1";
  private static final int ORDER = 55;

  /** Like participant-withdrawn, so that consumers read both alike. */
  private record ParticipantErased(
      UUID participantId,
      String trialId,
      Withdrawal.Level level,
      LocalDate withdrawnOn,
      Instant withdrawnAt,
      boolean randomised) {}

  ParticipantErasedPublisher(Erasures erasures, ObjectMapper json) {
    super(ORDER, erasures, json);
  }

  @Override
  OutgoingEvent event(Erasure erasure) {
    return new OutgoingEvent(
        erasure.certificateId(),
        TOPIC,
        erasure.participantId().toString(),
        erasure.participantId().toString(),
        erasure.erasedAt(),
        bytes(
            new ParticipantErased(
                erasure.participantId(),
                erasure.trialId(),
                Withdrawal.Level.WITHDRAW_AND_ERASE,
                erasure.withdrawnOn(),
                erasure.erasedAt(),
                erasure.randomised())));
  }
}
