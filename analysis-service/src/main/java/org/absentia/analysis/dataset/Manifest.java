package org.absentia.analysis.dataset;

import java.util.List;
import java.util.UUID;

/**
 * What the hash of a dataset covers: the flow to randomisation and the digest of each row in order.
 * A row that was erased later stays as its digest; the random id inside each row keeps the digest
 * from being guessed.
 */
public record Manifest(
    UUID datasetId, String trialId, String protocolDigest, Flow flow, List<String> rows) {

  public Manifest {
    rows = List.copyOf(rows);
  }
}
