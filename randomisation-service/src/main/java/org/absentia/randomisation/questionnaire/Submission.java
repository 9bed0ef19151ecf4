package org.absentia.randomisation.questionnaire;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.questionnaire.Questionnaire.Author;

/**
 * Answers as they are handed in, all that a timepoint has; an instrument that is absent has no
 * answers.
 *
 * @param answeredOn today where absent
 * @param reason needed to change or take back an answer, not to add one
 */
public record Submission(
    Map<String, ItemAnswers> items,
    Optional<LocalDate> answeredOn,
    Optional<String> reason,
    Author author) {
  public Submission {
    items = Map.copyOf(items);
  }

  /** Makes a submission that staff enter. */
  public static Submission ofStaff(
      Map<String, ItemAnswers> items, Optional<LocalDate> answeredOn, Optional<String> reason) {
    return new Submission(items, answeredOn, reason, Author.STAFF);
  }

  /** Makes a participant's own submission of today. */
  public static Submission ofParticipant(Map<String, ItemAnswers> items) {
    return new Submission(items, Optional.empty(), Optional.empty(), Author.PARTICIPANT);
  }
}
