package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.conduct.ProtocolVersion;
import org.absentia.randomisation.conduct.ProtocolVersions;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.ProtocolReader;

/** The later versions of protocols in PostgreSQL; the first stands with its trial. */
@ApplicationScoped
class ProtocolVersionRows implements ProtocolVersions {
  private final Database database;
  private final TrialRows trials;
  private final ProtocolReader protocols;
  private final TransactionSynchronizationRegistry transactions;

  ProtocolVersionRows(
      Database database,
      TrialRows trials,
      ProtocolReader protocols,
      TransactionSynchronizationRegistry transactions) {
    this.database = database;
    this.trials = trials;
    this.protocols = protocols;
    this.transactions = transactions;
  }

  @Override
  public List<ProtocolVersion> ofTrial(String trialId) {
    return ProtocolVersionRow.<ProtocolVersionRow>list(
            "trialId", Sort.by("proposedAt", "id"), trialId)
        .stream()
        .map(this::version)
        .toList();
  }

  @Override
  public Optional<ProtocolVersion> find(String trialId, UUID id) {
    return ProtocolVersionRow.<ProtocolVersionRow>findByIdOptional(id)
        .filter(row -> row.trialId.equals(trialId))
        .map(this::version);
  }

  @Override
  public void add(ProtocolVersion version) {
    ProtocolVersionRow.of(version).persistAndFlush();
  }

  @Override
  public void putInForce(UUID id, ProtocolVersion.InForce inForce) {
    ProtocolVersionRow row = ProtocolVersionRow.findById(id);
    row.approve(inForce);
    String trialId = row.trialId;
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // only the commit matters
          }

          @Override
          public void afterCompletion(int status) {
            trials.forget(trialId);
          }
        });
  }

  @Override
  public List<ProtocolVersion> unpublished(int limit) {
    return ProtocolVersionRow.<ProtocolVersionRow>find(
            "publishedAt is null and version is not null", Sort.by("inForceSince", "id"))
        .page(0, limit)
        .stream()
        .map(this::version)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(ProtocolVersionRow.class, "id", eventIds);
  }

  private ProtocolVersion version(ProtocolVersionRow row) {
    return row.toVersion(this::protocol);
  }

  private Protocol protocol(String canonical) {
    return protocols.read(JsonReader.parse(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}
