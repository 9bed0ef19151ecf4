package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Notes whom a candidate list names. Nobody else is contacted or enrolled, so that a recruiter
 * cannot invent a candidate and enrol one person twice.
 */
@ApplicationScoped
public class NoteCandidateList {
  /** What came of the request. */
  public sealed interface Result {}

  /** Its candidates are known, now or from before. */
  public record Noted() implements Result {}

  /** No such trial was opened here. */
  public record UnknownTrial() implements Result {}

  private final Trials trials;
  private final ListedCandidates listed;

  NoteCandidateList(Trials trials, ListedCandidates listed) {
    this.trials = trials;
    this.listed = listed;
  }

  @Transactional
  public Result note(CandidateList list) {
    // trials are opened here, so that a list can never come before its trial
    if (trials.find(list.trialId()).isEmpty()) {
      return new UnknownTrial();
    }
    listed.add(list);
    return new Noted();
  }
}
