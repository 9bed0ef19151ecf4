package org.absentia.randomisation.questionnaire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.randomisation.instrument.ItemAnswers;

/**
 * One version of a participant's answers at a timepoint.
 *
 * @param version from 1; the highest counts
 * @param reason why earlier answers were changed; empty where none was
 */
public record Questionnaire(
    UUID id,
    UUID participantId,
    String trialId,
    String timepoint,
    int version,
    Map<String, ItemAnswers> items,
    LocalDate answeredOn,
    Optional<String> reason,
    Author author,
    Instant recordedAt) {
  /** Who entered answers. */
  public enum Author {
    /** The participant, by a one-time link. */
    PARTICIPANT,
    STAFF
  }

  public Questionnaire {
    items = Map.copyOf(items);
  }

  /** Returns how many items have an answer. */
  public int answered() {
    return answered(items);
  }

  static int answered(Map<String, ItemAnswers> items) {
    return (int) items.values().stream().mapToLong(ItemAnswers::present).sum();
  }

  /** Tells whether nothing that was answered here is otherwise there. */
  boolean isOnlyCompletedBy(Submission submission) {
    return items.entrySet().stream()
        .allMatch(
            known ->
                keeps(
                    known.getValue(),
                    submission
                        .items()
                        .getOrDefault(
                            known.getKey(),
                            ItemAnswers.allMissing(known.getValue().values().size()))));
  }

  private static boolean keeps(ItemAnswers known, ItemAnswers now) {
    for (int i = 0; i < known.values().size(); i++) {
      OptionalInt answer = known.values().get(i);
      if (answer.isPresent() && !answer.equals(now.values().get(i))) {
        return false;
      }
    }
    return true;
  }
}
