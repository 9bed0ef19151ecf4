package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.ShowArm;
import org.absentia.randomisation.trial.Trial;

/** Shows the arm of a broken code to the person who proposed to break it, and to nobody else. */
@ApplicationScoped
public class ShowBrokenCode {
  private final Proposals proposals;
  private final ShowArm showArm;

  ShowBrokenCode(Proposals proposals, ShowArm showArm) {
    this.proposals = proposals;
    this.showArm = showArm;
  }

  /** Returns the arm; empty where no such code was broken for this person. */
  @Transactional
  public Optional<ShowArm.Shown> show(Trial trial, UUID proposalId, String person) {
    return proposals
        .lock(trial.id(), proposalId)
        .filter(proposal -> proposal.isApproved() && proposal.proposedBy().equals(person))
        .map(Proposal::action)
        .filter(Action.OpenCode.class::isInstance)
        .map(Action.OpenCode.class::cast)
        .map(open -> showArm.show(trial, open.participantId()))
        .filter(ShowArm.Shown.class::isInstance)
        .map(ShowArm.Shown.class::cast);
  }
}
