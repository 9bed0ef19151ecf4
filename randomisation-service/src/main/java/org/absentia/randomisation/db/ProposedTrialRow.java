package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.randomisation.conduct.ProposedTrial;
import org.absentia.randomisation.protocol.Protocol;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "proposed_trial")
class ProposedTrialRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String protocol = "";
  String digest = "";
  String proposedBy = "";
  Instant proposedAt = Instant.EPOCH;
  @Nullable Boolean approved;
  @Nullable String decidedBy;
  @Nullable Instant decidedAt;

  static ProposedTrialRow of(ProposedTrial trial) {
    ProposedTrialRow row = new ProposedTrialRow();
    row.id = trial.id();
    row.trialId = trial.protocol().trial();
    row.protocol = trial.protocol().canonical();
    row.digest = trial.protocol().digest().hex();
    row.proposedBy = trial.proposedBy();
    row.proposedAt = trial.proposedAt();
    return row;
  }

  void decide(ProposedTrial.Decision decision) {
    approved = decision.approved();
    decidedBy = decision.decidedBy();
    decidedAt = decision.decidedAt();
  }

  ProposedTrial toTrial(Function<String, Protocol> reader) {
    return new ProposedTrial(id, reader.apply(protocol), proposedBy, proposedAt, decision());
  }

  private Optional<ProposedTrial.Decision> decision() {
    return Optional.ofNullable(approved)
        .map(
            yes ->
                new ProposedTrial.Decision(
                    yes, Objects.requireNonNull(decidedBy), Objects.requireNonNull(decidedAt)));
  }
}
