package org.absentia.outcome.computation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.CurrentRecords;

/** What a participant's newest outcome was derived from, for showing it. */
public interface TimelineSource {
  /** What is followed; empty when there is no such participant. */
  Optional<Followed> of(UUID participantId);

  /** A participant of a trial. */
  sealed interface Followed {
    String trialId();
  }

  /**
   * A participant whose newest outcome has values.
   *
   * @param definition what was derived, less what a withdrawal cut short
   * @param records those that the newest outcome was derived from
   * @param knownUntil the first day of which nothing may be known, if the participant withdrew or
   *     the registers stopped sending
   */
  record Derived(
      String trialId,
      OutcomeDefinition definition,
      LocalDate indexDate,
      CurrentRecords records,
      Optional<LocalDate> knownUntil)
      implements Followed {}

  /** A participant of whom there are no values. */
  record WithoutValues(String trialId, Reason reason) implements Followed {}

  /** Why there are no values. */
  enum Reason {
    NOT_YET_DERIVED,
    WITHDRAWN_BEFORE_ANY_WINDOW,
    ERASED
  }
}
