package org.absentia.randomisation.questionnaire;

import org.absentia.randomisation.trial.Facts;

/** The reminders that were raised. */
public interface Reminders extends Facts<Reminder> {
  /** Adds a reminder unless the participant had it before, and tells whether it is new. */
  boolean add(Reminder reminder);
}
