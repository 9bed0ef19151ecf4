package org.absentia.analysis.dataset;

import java.util.List;
import java.util.UUID;

/** A locked dataset with the rows that are left of it, in order of their ids. */
public record MaskedDataset(
    UUID datasetId, String trialId, String hash, Flow flow, List<Row> rows) {

  public MaskedDataset {
    rows = List.copyOf(rows);
  }

  /** List the labels in use, ascending. */
  public List<String> labels() {
    return rows.stream().flatMap(row -> row.label().stream()).distinct().sorted().toList();
  }
}
