package org.absentia.randomisation.unmasking;

/** The completed analyses of datasets that were heard of. */
public interface AnalysisRuns {
  /** Adds a run; returns false if it was there. */
  boolean add(AnalysisRun run);

  /** Tells whether a dataset of this trial was analysed. */
  boolean any(String trialId, String datasetId);
}
