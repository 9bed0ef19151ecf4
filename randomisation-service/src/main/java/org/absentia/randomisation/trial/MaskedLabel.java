package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.UUID;

/** The label that stands for a participant's arm in one dataset. */
public record MaskedLabel(
    UUID eventId,
    String datasetId,
    String trialId,
    UUID participantId,
    String label,
    int participants,
    Instant maskedAt) {}
