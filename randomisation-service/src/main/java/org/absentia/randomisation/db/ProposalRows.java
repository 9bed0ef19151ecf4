package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.approval.Proposals;

/** The proposals in PostgreSQL. */
@ApplicationScoped
class ProposalRows implements Proposals {
  private final Database database;

  ProposalRows(Database database) {
    this.database = database;
  }

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
    return database
        .rows(
            Boolean.class,
            """
            select exists (
              select from proposal where trial_id = :trial and kind = :kind and approved)
            """,
            Map.of("trial", trialId, "kind", kind.name()))
        .getFirst();
  }

  @Override
  public void decide(UUID id, Proposal.Decision decision) {
    ProposalRow row = ProposalRow.findById(id);
    row.approved = decision.approved();
    row.decidedBy = decision.decidedBy();
    row.decidedAt = decision.decidedAt();
  }
}
