package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.approval.Proposals;

/** The proposals in PostgreSQL. */
@ApplicationScoped
class ProposalRows implements Proposals {
  @Override
  public void add(Proposal proposal) {
    ProposalRow.of(proposal).persist();
  }

  @Override
  public Optional<Proposal> lock(String trialId, UUID id) {
    return ProposalRow.<ProposalRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(row -> row.trialId.equals(trialId))
        .map(ProposalRow::toProposal);
  }

  @Override
  public List<Proposal> ofTrial(String trialId) {
    return ProposalRow.<ProposalRow>list("trialId", Sort.by("id"), trialId).stream()
        .map(ProposalRow::toProposal)
        .toList();
  }

  @Override
  public boolean approved(String trialId, Action.Kind kind) {
    return ProposalRow.count("trialId = ?1 and kind = ?2 and approved = true", trialId, kind.name())
        > 0;
  }

  @Override
  public void decide(UUID id, Proposal.Decision decision) {
    ProposalRow row = ProposalRow.findById(id);
    row.approved = decision.approved();
    row.decidedBy = decision.decidedBy();
    row.decidedAt = decision.decidedAt();
  }
}
