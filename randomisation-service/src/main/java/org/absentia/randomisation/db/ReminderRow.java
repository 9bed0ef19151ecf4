package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.randomisation.protocol.Window;
import org.absentia.randomisation.questionnaire.Reminder;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "questionnaire_reminder")
class ReminderRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  String timepoint = "";
  String kind = "";
  LocalDate opensOn = LocalDate.EPOCH;
  LocalDate dueOn = LocalDate.EPOCH;
  LocalDate closesOn = LocalDate.EPOCH;
  Instant raisedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  Reminder toReminder() {
    return new Reminder(
        id,
        participantId,
        trialId,
        timepoint,
        Reminder.Kind.valueOf(kind),
        new Window(opensOn, dueOn, closesOn),
        raisedAt);
  }
}
