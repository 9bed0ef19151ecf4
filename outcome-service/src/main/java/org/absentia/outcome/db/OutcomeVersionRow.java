package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeStatus;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.OutcomeVersion.Basis;
import org.absentia.outcome.json.InputsJson;
import org.jspecify.annotations.Nullable;

/** One version of an outcome; unpublished until the relay has sent it. */
@Entity
@Table(name = "outcome_version")
public class OutcomeVersionRow {
  @Id UUID id = new UUID(0, 0);

  @Column(name = "participant_id", nullable = false, updatable = false)
  UUID participantId = new UUID(0, 0);

  @Column(name = "trial_id", nullable = false, updatable = false)
  String trialId = "";

  @Column(nullable = false, updatable = false)
  int number;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  OutcomeStatus status = OutcomeStatus.PARTIAL;

  @ManyToOne
  @JoinColumn(name = "definition_hash", nullable = false, updatable = false)
  DefinitionRow definition = new DefinitionRow();

  @Column(name = "index_date", nullable = false, updatable = false)
  LocalDate indexDate = LocalDate.EPOCH;

  @Column(name = "input_hash", nullable = false, updatable = false)
  String inputHash = "";

  @Column(nullable = false)
  String inputs = "[]";

  @Nullable String outcome;

  @Column(name = "outcome_hash", updatable = false)
  @Nullable String outcomeHash;

  @Column(name = "computed_at", nullable = false, updatable = false)
  Instant computedAt = Instant.EPOCH;

  @Column(name = "published_at")
  @Nullable Instant publishedAt;

  @Column(name = "kept_at")
  @Nullable Instant keptAt;

  @Column(name = "place", insertable = false, updatable = false)
  @Nullable Long place;

  static OutcomeVersionRow of(OutcomeVersion version, DefinitionRow definition) {
    OutcomeVersionRow row = new OutcomeVersionRow();
    row.id = version.id();
    row.participantId = version.participantId();
    row.trialId = version.trialId();
    row.number = version.number();
    row.status = version.status();
    row.definition = definition;
    row.indexDate = version.basis().indexDate();
    row.inputHash = version.inputHash();
    row.inputs = InputsJson.write(version.inputs());
    row.outcome = version.outcome().orElse(null);
    row.outcomeHash = version.outcomeHash().orElse(null);
    row.computedAt = version.computedAt();
    return row;
  }

  OutcomeVersion toVersion() {
    return new OutcomeVersion(
        id,
        participantId,
        trialId,
        number,
        status,
        new Basis(definition.content, indexDate),
        inputHash,
        InputsJson.read(inputs),
        computedAt,
        Optional.ofNullable(outcome),
        Optional.ofNullable(outcomeHash));
  }
}
