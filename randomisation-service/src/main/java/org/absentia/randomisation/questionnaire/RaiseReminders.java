package org.absentia.randomisation.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.questionnaire.ListDueQuestionnaires.Due;
import org.absentia.randomisation.trial.Changes;
import org.absentia.randomisation.trial.Trial;

/**
 * Raises a reminder for each questionnaire that became due or overdue. Others send it; running
 * again raises none twice.
 */
@ApplicationScoped
public class RaiseReminders {
  private static final int PAGE = 500;

  private final ListDueQuestionnaires due;
  private final Reminders reminders;
  private final Clock clock;
  private final Changes changes;

  RaiseReminders(ListDueQuestionnaires due, Reminders reminders, Clock clock, Changes changes) {
    this.due = due;
    this.reminders = reminders;
    this.clock = clock;
    this.changes = changes;
  }

  /** Raises the reminders of today and returns how many are new. */
  @Transactional
  public int raise(Trial trial) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.now(clock);
    int raised = 0;
    Optional<UUID> after = Optional.empty();
    do {
      ListDueQuestionnaires.Page page = due.list(trial, today, after, PAGE);
      for (Due questionnaire : page.due()) {
        raised += raise(trial, questionnaire, now) ? 1 : 0;
      }
      after = page.next();
    } while (after.isPresent());
    if (raised > 0) {
      changes.announce();
    }
    return raised;
  }

  private boolean raise(Trial trial, Due questionnaire, Instant now) {
    return kind(questionnaire)
        .map(
            kind ->
                new Reminder(
                    Ids.next(),
                    questionnaire.participantId(),
                    trial.id(),
                    questionnaire.timepoint().name(),
                    kind,
                    questionnaire.window(),
                    now))
        .filter(reminders::add)
        .isPresent();
  }

  private static Optional<Reminder.Kind> kind(Due questionnaire) {
    return switch (questionnaire.phase()) {
      case DUE -> Optional.of(Reminder.Kind.DUE);
      case OVERDUE -> Optional.of(Reminder.Kind.OVERDUE);
      case EARLY, MISSED -> Optional.empty();
    };
  }
}
