package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Changes;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Takes the decision of a second person and does what was agreed on, in one transaction. */
@ApplicationScoped
public class DecideProposal {
  /** What came of the request. */
  public sealed interface Result {}

  /** Decided now, and done if it was approved. */
  public record Decided(Proposal proposal) implements Result {}

  /** Decided before, in the same way by the same person. */
  public record DecidedBefore(Proposal proposal) implements Result {}

  /** Another decision stands. */
  public record DecidedOtherwise() implements Result {}

  /** Nobody approves what he or she proposed. */
  public record SamePerson() implements Result {}

  /** The trial does not allow it any more. */
  public record Refused(List<Performer.Refusal> refusals) implements Result {}

  /** The trial has no such proposal. */
  public record Unknown() implements Result {}

  private final Proposals proposals;
  private final Performers performers;
  private final TrialLog log;
  private final Clock clock;
  private final Changes changes;

  DecideProposal(
      Proposals proposals, Performers performers, TrialLog log, Clock clock, Changes changes) {
    this.proposals = proposals;
    this.performers = performers;
    this.log = log;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional
  public Result decide(Trial trial, UUID id, boolean approved, String decidedBy) {
    Optional<Proposal> found = proposals.lock(trial.id(), id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Proposal proposal = found.orElseThrow();
    if (proposal.decision().isPresent()) {
      Proposal.Decision decision = proposal.decision().orElseThrow();
      return decision.approved() == approved && decision.decidedBy().equals(decidedBy)
          ? new DecidedBefore(proposal)
          : new DecidedOtherwise();
    }
    if (proposal.proposedBy().equals(decidedBy)) {
      return new SamePerson();
    }
    return approved ? approve(trial, proposal, decidedBy) : reject(trial, proposal, decidedBy);
  }

  private Result approve(Trial trial, Proposal proposal, String decidedBy) {
    Performer performer = performers.of(proposal.action().kind());
    performer.lock(trial, proposal.action());
    log.lock(trial.id());
    List<Performer.Refusal> refusals = performer.refusals(trial, proposal.action());
    if (!refusals.isEmpty()) {
      return new Refused(refusals);
    }
    Instant now = now();
    List<LogEvent> events = new ArrayList<>();
    events.add(new LogEvent.Approved(proposal.id().toString(), proposal.action().kind().name()));
    events.addAll(performer.perform(trial, proposal, now));
    log.append(trial.id(), events, now);
    return decided(proposal, new Proposal.Decision(true, decidedBy, now));
  }

  private Result reject(Trial trial, Proposal proposal, String decidedBy) {
    Instant now = now();
    log.append(
        trial.id(),
        List.of(new LogEvent.Rejected(proposal.id().toString(), proposal.action().kind().name())),
        now);
    return decided(proposal, new Proposal.Decision(false, decidedBy, now));
  }

  private Result decided(Proposal proposal, Proposal.Decision decision) {
    proposals.decide(proposal.id(), decision);
    changes.announce();
    return new Decided(
        new Proposal(
            proposal.id(),
            proposal.trialId(),
            proposal.action(),
            proposal.reason(),
            proposal.proposedBy(),
            proposal.proposedAt(),
            Optional.of(decision)));
  }

  private Instant now() {
    return clock.instant();
  }
}
