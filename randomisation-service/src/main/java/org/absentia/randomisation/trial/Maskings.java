package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The labels drawn for locked datasets. */
public interface Maskings extends Facts<MaskedLabel> {
  /** Makes others who mask this dataset wait until the transaction ends. */
  void reserve(String datasetId);

  /**
   * A masking that was drawn.
   *
   * @param permutation label number of each arm, in order of the arms
   */
  record Masking(String datasetId, List<Integer> permutation) {
    public Masking {
      permutation = List.copyOf(permutation);
    }

    /** Returns the number of the arm that a label stands for. */
    public int arm(String label) {
      return permutation.indexOf(label.charAt(0) - 'A');
    }
  }

  /** Returns the masking of the trial's dataset that was locked last. */
  Optional<Masking> lastOf(String trialId);

  /** Returns the label of each participant of a dataset. */
  Map<UUID, String> labels(String datasetId);

  boolean exists(String datasetId);

  /** Tells whether a dataset of this trial was masked. */
  boolean exists(String trialId, String datasetId);

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
