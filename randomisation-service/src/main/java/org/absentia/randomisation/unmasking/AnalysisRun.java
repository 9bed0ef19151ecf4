package org.absentia.randomisation.unmasking;

import java.time.Instant;
import java.util.UUID;

/** A completed analysis of a dataset, as analysis-service told it. */
public record AnalysisRun(
    UUID runId, String datasetId, String trialId, String resultHash, Instant completedAt) {}
