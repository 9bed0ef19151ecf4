package org.absentia.analysis.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where locked datasets are kept. */
public interface Datasets {

  Optional<Dataset> find(String trialId, UUID datasetId);

  /** The dataset of a trial that still waits for labels. */
  Optional<Dataset> awaitingLabels(String trialId);

  /**
   * Keep a new dataset with its rows by participant; its request for labels goes out with the
   * commit.
   */
  void add(Dataset dataset, Flow flow, Map<UUID, Frozen> rows);

  /** Find a dataset and hold it against others until the end of the transaction. */
  Optional<Dataset> hold(UUID datasetId);

  /** Keep a label; true if the row lacked one, false if it has this very label. */
  Labelled label(UUID datasetId, UUID participantId, String label);

  int unlabelled(UUID datasetId);

  /** Read the frozen rows with their labels by participant, in the order of their ids. */
  Map<UUID, Row> labelledRows(UUID datasetId);

  Flow flow(UUID datasetId);

  /** Keep the final texts of the rows, the manifest and its hash. */
  void seal(UUID datasetId, Instant lockedAt, String manifest, Map<UUID, String> rows);

  void makeVoid(UUID datasetId);

  Optional<Sealed> sealed(String trialId, UUID datasetId);

  /** What came of a label. */
  enum Labelled {
    NEW,
    REPEATED,
    CONTRADICTED,
    UNKNOWN_PARTICIPANT
  }

  /** The texts of a locked dataset as they were sealed; those of erased rows are gone. */
  record Sealed(String manifest, String hash, List<SealedRow> rows) {
    public Sealed {
      rows = List.copyOf(rows);
    }
  }

  record SealedRow(String digest, Optional<String> text) {}
}
