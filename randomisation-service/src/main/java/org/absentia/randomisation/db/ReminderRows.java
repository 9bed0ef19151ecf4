package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.absentia.randomisation.questionnaire.Reminder;
import org.absentia.randomisation.questionnaire.Reminders;
import org.absentia.randomisation.trial.Erasable;

/** The reminders in PostgreSQL. */
@ApplicationScoped
class ReminderRows implements Reminders, Erasable {
  private final Database database;

  ReminderRows(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(Reminder reminder) {
    // another replica may raise the same at this moment
    return database
            .entities()
            .createNativeQuery(
                """
                insert into questionnaire_reminder
                  (id, participant_id, trial_id, timepoint, kind, opens_on, due_on, closes_on, raised_at)
                values (:id, :participant, :trial, :timepoint, :kind, :opens, :due, :closes, :raised)
                on conflict (participant_id, timepoint, kind) do nothing
                """)
            .setParameter("id", reminder.eventId())
            .setParameter("participant", reminder.participantId())
            .setParameter("trial", reminder.trialId())
            .setParameter("timepoint", reminder.timepoint())
            .setParameter("kind", reminder.kind().name())
            .setParameter("opens", reminder.window().opensOn())
            .setParameter("due", reminder.window().dueOn())
            .setParameter("closes", reminder.window().closesOn())
            .setParameter("raised", reminder.raisedAt())
            .executeUpdate()
        > 0;
  }

  @Override
  public List<Reminder> unpublished(int limit) {
    return database.unpublished(ReminderRow.class, "id", limit).stream()
        .map(ReminderRow::toReminder)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(ReminderRow.class, "id", eventIds);
  }

  @Override
  public String removes() {
    return "reminders of questionnaires";
  }

  @Override
  public void erase(UUID participantId) {
    ReminderRow.delete("participantId", participantId);
  }
}
