package org.absentia.outcome.db;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.outcome.computation.Freshness;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.Sha256;
import org.absentia.outcome.computation.Snapshot;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.RegistryRecord;

/** Answers questions about outcomes. */
@ApplicationScoped
@Transactional
class StoredOutcomes implements Outcomes {
  private static final int AT_ONCE = 500;

  private final EntityManager database;
  private final TrialRows trials;
  private final ParticipantRows participants;
  private final OutcomeVersionRows outcomes;
  private final ReleasedRecordRows records;
  private final Figures figures;

  StoredOutcomes(
      EntityManager database,
      TrialRows trials,
      ParticipantRows participants,
      OutcomeVersionRows outcomes,
      ReleasedRecordRows records,
      Figures figures) {
    this.database = database;
    this.trials = trials;
    this.participants = participants;
    this.outcomes = outcomes;
    this.records = records;
    this.figures = figures;
  }

  @Override
  public Optional<OutcomeDefinition> definitionOf(String trialId) {
    return trials.findByIdOptional(trialId).map(TrialRow::toDefinition);
  }

  @Override
  public Optional<String> trialOf(UUID participantId) {
    return participants
        .findByIdOptional(participantId)
        .flatMap(row -> Optional.ofNullable(row.trialId));
  }

  @Override
  public List<OutcomeVersion> versionsOf(UUID participantId) {
    return outcomes.versionsOf(participantId).stream().map(OutcomeVersionRow::toVersion).toList();
  }

  @Override
  public List<OutcomeVersion> newestOf(String trialId, Optional<UUID> after, int limit) {
    return outcomes.newestOf(trialId, after, limit).stream()
        .map(OutcomeVersionRow::toVersion)
        .toList();
  }

  @Override
  public List<RegistryRecord> recordsOf(OutcomeVersion version) {
    Set<ReleasedRecordRow.Key> wanted =
        version.inputs().stream()
            .map(
                in ->
                    new ReleasedRecordRow.Key(version.participantId(), in.recordId(), in.version()))
            .collect(Collectors.toSet());
    return records.of(List.of(version.participantId())).values().stream()
        .flatMap(List::stream)
        .filter(row -> wanted.contains(row.key()))
        .sorted(Comparator.comparing(row -> row.recordId))
        .flatMap(row -> row.toRecord().stream())
        .toList();
  }

  @Override
  public List<OutcomeVersion> heldBy(Snapshot snapshot, Optional<UUID> after, int limit) {
    return outcomes.knownOf(snapshot.trialId(), snapshot.knownAt(), after, limit).stream()
        .map(OutcomeVersionRow::toVersion)
        .toList();
  }

  @Override
  public List<OutcomeDefinition> definitionsOf(Snapshot snapshot) {
    Comparator<OutcomeDefinition> widest =
        Comparator.comparingInt(d -> -d.windows().size() - d.returnToWork().size());
    return outcomes.definitionsOf(snapshot.trialId(), snapshot.knownAt()).stream()
        .sorted(Comparator.comparing((DefinitionRow row) -> row.hash))
        .map(DefinitionRow::toDefinition)
        .sorted(widest)
        .toList();
  }

  @Override
  public Completeness completenessOf(String trialId) {
    return figures.completenessOf(trialId);
  }

  @Override
  public Freshness freshnessOf(String trialId, LocalDate today) {
    return figures.freshnessOf(trialId, today);
  }

  @Override
  @TransactionConfiguration(timeout = 600)
  public Fingerprint fingerprintOf(String trialId) {
    Sha256 hash = new Sha256();
    long versions = 0;
    long participants = 0;
    UUID participant = new UUID(0, 0);
    int number = 0;
    List<OutcomeVersionRow> page;
    do {
      page = outcomes.after(trialId, participant, number, AT_ONCE);
      for (OutcomeVersionRow row : page) {
        participants += row.participantId.equals(participant) ? 0 : 1;
        participant = row.participantId;
        number = row.number;
        hash.add(line(row));
      }
      versions += page.size();
      database.clear();
    } while (page.size() == AT_ONCE);
    return new Fingerprint(trialId, participants, versions, hash.hex());
  }

  private static String line(OutcomeVersionRow row) {
    return String.join(
            " ",
            row.participantId.toString(),
            String.valueOf(row.number),
            row.status.name(),
            row.computedAt.toString(),
            row.inputHash,
            row.outcomeHash == null ? "-" : row.outcomeHash)
        + "\n";
  }
}
