package org.absentia.randomisation.approval;

import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Trial;

/** Does what two persons agreed on, inside their transaction and under the lock of its log. */
public interface Performer {
  Action.Kind kind();

  /** Holds what comes before the log in the order of locks; nothing as a rule. */
  default void lock(Trial trial, Action action) {}

  /** Returns why the trial does not allow the action as it stands; empty when it does. */
  List<Refusal> refusals(Trial trial, Action action);

  /** Does it, and returns what the log shall say beside the approval. */
  List<LogEvent> perform(Trial trial, Proposal proposal, Instant at);

  /**
   * A rule that the action breaks.
   *
   * @param member the member of the proposal at fault, empty for none
   */
  record Refusal(String member, String detail) {}
}
