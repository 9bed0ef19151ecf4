package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Takes the proposal of a first person. */
@ApplicationScoped
public class ProposeAction {
  /** What came of the request. */
  public sealed interface Result {}

  /** It waits for a second person. */
  public record Proposed(Proposal proposal) implements Result {}

  /** The trial does not allow it as it stands. */
  public record Refused(List<Performer.Refusal> refusals) implements Result {}

  private final Proposals proposals;
  private final Performers performers;
  private final TrialLog log;
  private final Clock clock;

  ProposeAction(Proposals proposals, Performers performers, TrialLog log, Clock clock) {
    this.proposals = proposals;
    this.performers = performers;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result propose(Trial trial, Action action, String reason, String proposedBy) {
    log.lock(trial.id());
    List<Performer.Refusal> refusals = performers.of(action.kind()).refusals(trial, action);
    if (!refusals.isEmpty()) {
      return new Refused(refusals);
    }
    Instant now = clock.instant();
    Proposal proposal =
        new Proposal(Ids.next(), trial.id(), action, reason, proposedBy, now, Optional.empty());
    proposals.add(proposal);
    log.append(
        trial.id(),
        List.of(new LogEvent.Proposed(proposal.id().toString(), action.kind().name())),
        now);
    return new Proposed(proposal);
  }
}
