package org.absentia.randomisation.questionnaire;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.protocol.Window;

/**
 * A participant of whom questionnaires are expected.
 *
 * @param answered timepoints at which something was answered
 */
public record Expected(
    UUID participantId,
    LocalDate inclusionDate,
    Optional<ProgrammeDays> programme,
    Set<String> answered) {
  public Expected {
    answered = Set.copyOf(answered);
  }

  /** Returns the window; empty while the day from which it counts is not known. */
  public Optional<Window> window(Timepoint timepoint) {
    return ProgrammeDays.anchorDay(timepoint.anchor(), inclusionDate, programme)
        .map(timepoint::window);
  }
}
