package org.absentia.randomisation.questionnaire;

import java.time.Instant;
import java.util.UUID;
import org.absentia.randomisation.protocol.Window;

/** A questionnaire became due or overdue; it holds no answer and no arm. */
public record Reminder(
    UUID eventId,
    UUID participantId,
    String trialId,
    String timepoint,
    Kind kind,
    Window window,
    Instant raisedAt) {
  /** Why the participant is reminded; each happens once. */
  public enum Kind {
    DUE,
    OVERDUE
  }
}
