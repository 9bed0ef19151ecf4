package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.approval.ActionReader;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "proposal")
class ProposalRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String kind = "";
  String settings = "";
  String reason = "";
  String proposedBy = "";
  Instant proposedAt = Instant.EPOCH;
  @Nullable Boolean approved;
  @Nullable String decidedBy;
  @Nullable Instant decidedAt;

  static ProposalRow of(Proposal proposal) {
    ProposalRow row = new ProposalRow();
    row.id = proposal.id();
    row.trialId = proposal.trialId();
    row.kind = proposal.action().kind().name();
    row.settings = CanonicalJson.write(proposal.action().settings());
    row.reason = proposal.reason();
    row.proposedBy = proposal.proposedBy();
    row.proposedAt = proposal.proposedAt();
    return row;
  }

  Proposal toProposal() {
    return new Proposal(
        id,
        trialId,
        ActionReader.stored(kind, settings),
        reason,
        proposedBy,
        proposedAt,
        decision());
  }

  private Optional<Proposal.Decision> decision() {
    return Optional.ofNullable(approved)
        .map(
            yes ->
                new Proposal.Decision(
                    yes, Objects.requireNonNull(decidedBy), Objects.requireNonNull(decidedAt)));
  }
}
