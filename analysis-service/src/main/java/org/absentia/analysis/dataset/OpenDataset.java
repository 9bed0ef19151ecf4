package org.absentia.analysis.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a locked dataset and proves that it is still what was locked. */
@ApplicationScoped
public class OpenDataset {

  private final Datasets datasets;
  private final Canonical canonical;

  public OpenDataset(Datasets datasets, Canonical canonical) {
    this.datasets = datasets;
    this.canonical = canonical;
  }

  /**
   * Return the dataset, or nothing when it is unknown or not locked.
   *
   * @throws IllegalStateException if what is stored does not match its hash
   */
  public Optional<MaskedDataset> open(String trialId, UUID datasetId) {
    return datasets.sealed(trialId, datasetId).map(this::verified);
  }

  private MaskedDataset verified(Datasets.Sealed stored) {
    Manifest manifest = canonical.read(stored.manifest(), Manifest.class);
    boolean intact =
        Canonical.sha256(stored.manifest()).equals(stored.hash())
            && stored.rows().stream()
                .map(Datasets.SealedRow::digest)
                .toList()
                .equals(manifest.rows())
            && stored.rows().stream().allMatch(OpenDataset::matches);
    if (!intact) {
      throw new IllegalStateException("a locked dataset does not match its hash");
    }
    List<Row> rows =
        stored.rows().stream()
            .flatMap(row -> row.text().stream())
            .map(text -> canonical.read(text, Row.class))
            .toList();
    return new MaskedDataset(
        manifest.datasetId(), manifest.trialId(), stored.hash(), manifest.flow(), rows);
  }

  private static boolean matches(Datasets.SealedRow row) {
    return row.text().map(text -> Canonical.sha256(text).equals(row.digest())).orElse(true);
  }
}
