package org.absentia.randomisation.questionnaire;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.ItemAnswers;

/**
 * Answers as they are handed in, all that a timepoint has; an instrument that is absent has no
 * answers.
 *
 * @param answeredOn today where absent
 * @param reason needed to change or take back an answer, not to add one
 */
public record Submission(
    Map<String, ItemAnswers> items, Optional<LocalDate> answeredOn, Optional<String> reason) {
  public Submission {
    items = Map.copyOf(items);
  }
}
