package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.MaskedLabel;
import org.absentia.randomisation.trial.Maskings;

/** The maskings in PostgreSQL. */
@ApplicationScoped
class MaskingRows implements Maskings {
  private final Database database;
  private final Vault vault;

  MaskingRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public void reserve(String datasetId) {
    database.reserve("dataset", datasetId);
  }

  @Override
  public Optional<Masking> lastOf(String trialId) {
    return MaskingRow.<MaskingRow>find("trialId", Sort.descending("maskedAt"), trialId)
        .firstResultOptional()
        .map(row -> row.toMasking(vault));
  }

  @Override
  public Map<UUID, String> labels(String datasetId) {
    Map<UUID, String> labels = new LinkedHashMap<>();
    MaskedLabelRow.<MaskedLabelRow>list("datasetId", Sort.by("participantId"), datasetId)
        .forEach(row -> labels.put(row.participantId, row.label));
    return labels;
  }

  @Override
  public boolean exists(String datasetId) {
    return MaskingRow.findByIdOptional(datasetId).isPresent();
  }

  @Override
  public boolean exists(String trialId, String datasetId) {
    return MaskingRow.count("trialId = ?1 and datasetId = ?2", trialId, datasetId) > 0;
  }

  @Override
  public void add(
      String datasetId,
      String trialId,
      List<Integer> permutation,
      Instant maskedAt,
      List<MaskedLabel> labels) {
    MaskingRow row = new MaskingRow();
    row.datasetId = datasetId;
    row.trialId = trialId;
    row.sealedPermutation =
        vault.seal(CanonicalJson.bytes(permutation), MaskingRow.place(datasetId));
    row.participants = labels.size();
    row.maskedAt = maskedAt;
    row.persistAndFlush();
    MaskedLabelRow.persist(labels.stream().map(MaskedLabelRow::of));
  }

  @Override
  public List<MaskedLabel> unpublished(int limit) {
    return database.unpublished(MaskedLabelRow.class, "id", limit).stream()
        .map(MaskedLabelRow::toLabel)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(MaskedLabelRow.class, "id", eventIds);
  }
}
