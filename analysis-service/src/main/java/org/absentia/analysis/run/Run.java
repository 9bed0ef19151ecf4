package org.absentia.analysis.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A completed run.
 *
 * @param text canonical JSON of the {@link AnalysisResult}
 * @param resultHash SHA-256 of that text
 */
public record Run(
    UUID runId,
    String trialId,
    UUID datasetId,
    long seed,
    Instant completedAt,
    String resultHash,
    String text) {}
