package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawals;

/** Publishes withdrawals of randomised participants. */
@Singleton
class ParticipantWithdrawnPublisher extends FactPublisher<Withdrawal> {
  static final String TOPIC = "randomisation.participant-withdrawn.v1";
  private static final int ORDER = 50;

  private record ParticipantWithdrawn(
      UUID participantId,
      String trialId,
      Withdrawal.Level level,
      LocalDate withdrawnOn,
      Instant withdrawnAt) {}

  ParticipantWithdrawnPublisher(Withdrawals withdrawals, ObjectMapper json) {
    super(ORDER, withdrawals, json);
  }

  @Override
  OutgoingEvent event(Withdrawal withdrawal) {
    return new OutgoingEvent(
        withdrawal.id(),
        TOPIC,
        withdrawal.participantId().toString(),
        withdrawal.participantId().toString(),
        withdrawal.withdrawnAt(),
        bytes(
            new ParticipantWithdrawn(
                withdrawal.participantId(),
                withdrawal.trialId(),
                withdrawal.level(),
                withdrawal.withdrawnOn(),
                withdrawal.withdrawnAt())));
  }
}
