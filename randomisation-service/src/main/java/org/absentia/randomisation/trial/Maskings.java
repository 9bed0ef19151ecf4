package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;

/** The labels drawn for locked datasets. */
public interface Maskings extends Facts<MaskedLabel> {
  /** Makes others who mask this dataset wait until the transaction ends. */
  void reserve(String datasetId);

  boolean exists(String datasetId);

  /**
   * Adds the permutation (label number of each arm, in order of the arms) and the labels that
   * follow from it.
   */
  void add(
      String datasetId,
      String trialId,
      List<Integer> permutation,
      Instant maskedAt,
      List<MaskedLabel> labels);
}
