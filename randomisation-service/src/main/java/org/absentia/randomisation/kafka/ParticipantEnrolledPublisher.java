package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Enrolled;

/** Publishes each participant once a slot is taken; neither slot nor arm go with it. */
@Singleton
class ParticipantEnrolledPublisher extends FactPublisher<Enrolled> {
  static final String TOPIC = "randomisation.participant-enrolled.v1";
  private static final int ORDER = 30;

  private record ParticipantEnrolled(
      UUID participantId,
      String trialId,
      String candidateId,
      LocalDate indexDate,
      String stratum,
      OptionalInt epoch,
      boolean pilot,
      Instant enrolledAt) {}

  ParticipantEnrolledPublisher(Allocations allocations, ObjectMapper json) {
    super(ORDER, allocations, json);
  }

  @Override
  OutgoingEvent event(Enrolled enrolled) {
    return new OutgoingEvent(
        enrolled.eventId(),
        TOPIC,
        enrolled.participantId().toString(),
        enrolled.participantId().toString(),
        enrolled.enrolledAt(),
        bytes(
            new ParticipantEnrolled(
                enrolled.participantId(),
                enrolled.trialId(),
                enrolled.candidateId(),
                enrolled.indexDate(),
                enrolled.stratum(),
                enrolled.epoch(),
                enrolled.pilot(),
                enrolled.enrolledAt())));
  }
}
