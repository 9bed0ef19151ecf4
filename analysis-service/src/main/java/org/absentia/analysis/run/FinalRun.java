package org.absentia.analysis.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A masked run with what unmasking added to it.
 *
 * @param runId the masked run's
 * @param text canonical JSON of the {@link FinalResult}
 * @param resultHash SHA-256 of that text
 */
public record FinalRun(
    UUID runId,
    String trialId,
    UUID datasetId,
    Instant completedAt,
    String resultHash,
    String text) {}
