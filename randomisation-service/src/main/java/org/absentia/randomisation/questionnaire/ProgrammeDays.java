package org.absentia.randomisation.questionnaire;

import java.time.LocalDate;
import java.util.Optional;
import org.absentia.randomisation.protocol.Timepoint;

/** When a participant's programme started and ended. */
public record ProgrammeDays(LocalDate startedOn, Optional<LocalDate> endedOn) {
  /** Returns the day that an anchor stands for, as far as it is known. */
  static Optional<LocalDate> anchorDay(
      Timepoint.Anchor anchor, LocalDate inclusion, Optional<ProgrammeDays> programme) {
    return switch (anchor) {
      case INCLUSION -> Optional.of(inclusion);
      case PROGRAMME_START -> programme.map(ProgrammeDays::startedOn);
      case PROGRAMME_END -> programme.flatMap(ProgrammeDays::endedOn);
    };
  }
}
