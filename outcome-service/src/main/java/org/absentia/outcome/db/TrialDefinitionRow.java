package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.outcome.computation.TrialDefinition;
import org.jspecify.annotations.Nullable;

/** A definition that a trial has from an instant on. */
@Entity
@Table(name = "trial_definition")
public class TrialDefinitionRow {
  @Id UUID id = new UUID(0, 0);

  @Column(name = "trial_id")
  String trialId = "";

  @Column(name = "set_at")
  Instant setAt = Instant.EPOCH;

  @Column(name = "protocol_version")
  @Nullable Integer protocolVersion;

  @ManyToOne
  @JoinColumn(name = "definition_hash")
  DefinitionRow definition = new DefinitionRow();

  @Nullable String reason;

  @Column(name = "set_by")
  @Nullable String setBy;

  @Column(name = "published_at")
  @Nullable Instant publishedAt;

  TrialDefinition toDefinition() {
    return new TrialDefinition(
        id,
        trialId,
        setAt,
        definition.toDefinition(),
        protocolVersion == null ? OptionalInt.empty() : OptionalInt.of(protocolVersion),
        Optional.ofNullable(reason),
        Optional.ofNullable(setBy));
  }
}
