package org.absentia.randomisation.delivery;

import java.time.Instant;
import java.util.UUID;

/** A version of what is known of a participant's programme; the highest counts. */
public record RecordedStatus(
    UUID participantId,
    String trialId,
    int version,
    ProgrammeStatus status,
    String recordedBy,
    Instant recordedAt) {}
