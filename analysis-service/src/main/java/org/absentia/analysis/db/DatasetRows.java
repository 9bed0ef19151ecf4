package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Dataset;
import org.absentia.analysis.dataset.Datasets;
import org.absentia.analysis.dataset.Flow;
import org.absentia.analysis.dataset.Frozen;
import org.absentia.analysis.dataset.Row;
import org.absentia.platform.event.Relay;

/** Keeps frozen datasets. */
@ApplicationScoped
class DatasetRows implements Datasets {

  private final Canonical canonical;
  private final Relay relay;

  DatasetRows(Canonical canonical, Relay relay) {
    this.canonical = canonical;
    this.relay = relay;
  }

  @Override
  public Optional<Dataset> find(String trialId, UUID datasetId) {
    return DatasetRow.of(trialId, datasetId).map(DatasetRow::toDataset);
  }

  @Override
  public Optional<Dataset> awaitingLabels(String trialId) {
    return DatasetRow.<DatasetRow>find(
            "trialId = ?1 and status = ?2 order by requestedAt",
            trialId,
            Dataset.Status.AWAITING_LABELS)
        .firstResultOptional()
        .map(DatasetRow::toDataset);
  }

  @Override
  public void add(Dataset dataset, Flow flow, Map<UUID, Frozen> rows) {
    DatasetRow.of(dataset, canonical.write(flow)).persist();
    rows.forEach(
        (participantId, row) -> {
          FrozenRow frozen = new FrozenRow();
          frozen.datasetId = dataset.datasetId();
          frozen.participantId = participantId;
          frozen.rowId = row.row().row();
          frozen.frozen = canonical.write(row.row());
          frozen.withdrawalLevel = row.furthest().map(Enum::name).orElse(null);
          frozen.persist();
        });
    relay.wake();
  }

  @Override
  public Optional<Dataset> hold(UUID datasetId) {
    return DatasetRow.<DatasetRow>findByIdOptional(datasetId, LockModeType.PESSIMISTIC_WRITE)
        .map(DatasetRow::toDataset);
  }

  @Override
  public Labelled label(UUID datasetId, UUID participantId, String label) {
    FrozenRow row = FrozenRow.findById(new FrozenRow.Key(datasetId, participantId));
    if (row == null) {
      return Labelled.UNKNOWN_PARTICIPANT;
    }
    if (row.label != null) {
      return row.label.equals(label) ? Labelled.REPEATED : Labelled.CONTRADICTED;
    }
    if (row.digest != null) {
      return Labelled.REPEATED;
    }
    row.label = label;
    return Labelled.NEW;
  }

  @Override
  public int unlabelled(UUID datasetId) {
    return (int) FrozenRow.count("datasetId = ?1 and label is null", datasetId);
  }

  @Override
  public Map<UUID, Row> labelledRows(UUID datasetId) {
    Map<UUID, Row> rows = new LinkedHashMap<>();
    for (FrozenRow stored : FrozenRow.of(datasetId)) {
      Row row =
          stored.frozen == null
              ? Row.erased(Objects.requireNonNull(stored.rowId))
              : canonical.read(stored.frozen, Row.class);
      rows.put(stored.participantId, row.labelled(Objects.requireNonNull(stored.label)));
    }
    return rows;
  }

  @Override
  public Flow flow(UUID datasetId) {
    return canonical.read(DatasetRow.<DatasetRow>findById(datasetId).flow, Flow.class);
  }

  @Override
  public void seal(UUID datasetId, Instant lockedAt, String manifest, Map<UUID, String> rows) {
    DatasetRow dataset = DatasetRow.findById(datasetId);
    dataset.status = Dataset.Status.LOCKED;
    dataset.lockedAt = lockedAt;
    dataset.manifest = manifest;
    dataset.hash = Canonical.sha256(manifest);
    Map<UUID, FrozenRow> stored = new LinkedHashMap<>();
    FrozenRow.of(datasetId).forEach(row -> stored.put(row.participantId, row));
    int place = 0;
    for (Map.Entry<UUID, String> entry : rows.entrySet()) {
      FrozenRow row = Objects.requireNonNull(stored.get(entry.getKey()));
      row.place = place++;
      row.digest = Canonical.sha256(entry.getValue());
      row.content = entry.getValue();
      row.frozen = null;
    }
  }

  @Override
  public void makeVoid(UUID datasetId) {
    DatasetRow.<DatasetRow>findById(datasetId).status = Dataset.Status.VOID;
  }

  @Override
  public Optional<Sealed> sealed(String trialId, UUID datasetId) {
    return DatasetRow.of(trialId, datasetId)
        .filter(dataset -> dataset.status == Dataset.Status.LOCKED)
        .map(
            dataset ->
                new Sealed(
                    Objects.requireNonNull(dataset.manifest),
                    Objects.requireNonNull(dataset.hash),
                    sealedRows(datasetId)));
  }

  private static List<SealedRow> sealedRows(UUID datasetId) {
    return FrozenRow.of(datasetId).stream()
        .map(
            row ->
                new SealedRow(Objects.requireNonNull(row.digest), Optional.ofNullable(row.content)))
        .toList();
  }
}
