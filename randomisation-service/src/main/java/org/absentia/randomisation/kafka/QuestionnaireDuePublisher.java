package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.questionnaire.Reminder;
import org.absentia.randomisation.questionnaire.Reminders;

/** Publishes reminders for whoever knows how to reach participants. */
@Singleton
class QuestionnaireDuePublisher extends FactPublisher<Reminder> {
  static final String TOPIC = "randomisation.questionnaire-due.v1";
  private static final int ORDER = 70;

  private record QuestionnaireDue(
      UUID participantId,
      String trialId,
      String timepoint,
      Reminder.Kind kind,
      LocalDate opensOn,
      LocalDate dueOn,
      LocalDate closesOn,
      Instant raisedAt) {}

  QuestionnaireDuePublisher(Reminders reminders, ObjectMapper json) {
    super(ORDER, reminders, json);
  }

  @Override
  OutgoingEvent event(Reminder reminder) {
    return new OutgoingEvent(
        reminder.eventId(),
        TOPIC,
        reminder.participantId().toString(),
        reminder.participantId().toString(),
        reminder.raisedAt(),
        bytes(
            new QuestionnaireDue(
                reminder.participantId(),
                reminder.trialId(),
                reminder.timepoint(),
                reminder.kind(),
                reminder.window().opensOn(),
                reminder.window().dueOn(),
                reminder.window().closesOn(),
                reminder.raisedAt())));
  }
}
