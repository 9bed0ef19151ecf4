package org.absentia.randomisation.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.protocol.Window;
import org.absentia.randomisation.protocol.Window.Phase;
import org.absentia.randomisation.trial.Trial;

/**
 * Lists what is due, overdue or missed on a day, of participants who have a slot and did not
 * withdraw from questionnaires. The baseline is answered at enrolment and never listed.
 */
@ApplicationScoped
public class ListDueQuestionnaires {
  /** A questionnaire that was not answered. */
  public record Due(UUID participantId, Timepoint timepoint, Phase phase, Window window) {}

  /**
   * A page.
   *
   * @param next after which participant the next page begins; empty on the last
   */
  public record Page(List<Due> due, Optional<UUID> next) {
    public Page {
      due = List.copyOf(due);
    }
  }

  private final Questionnaires questionnaires;

  ListDueQuestionnaires(Questionnaires questionnaires) {
    this.questionnaires = questionnaires;
  }

  /** Lists a page of so many participants. */
  @Transactional
  public Page list(Trial trial, LocalDate on, Optional<UUID> after, int limit) {
    List<Expected> expected = questionnaires.expected(trial.id(), after, limit);
    List<Due> due = new ArrayList<>();
    for (Expected participant : expected) {
      for (Timepoint timepoint : trial.protocol().timepoints()) {
        due(participant, timepoint, on).ifPresent(due::add);
      }
    }
    return new Page(
        due,
        expected.size() < limit
            ? Optional.empty()
            : Optional.of(expected.getLast().participantId()));
  }

  private static Optional<Due> due(Expected participant, Timepoint timepoint, LocalDate on) {
    if (timepoint.isBaseline() || participant.answered().contains(timepoint.name())) {
      return Optional.empty();
    }
    return participant
        .window(timepoint)
        .filter(window -> window.phase(on) != Phase.EARLY)
        .map(window -> new Due(participant.participantId(), timepoint, window.phase(on), window));
  }
}
