package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.UUID;

/**
 * The baseline variables as locked when the slot was taken.
 *
 * @param variables values by name as a JSON object
 */
public record Baseline(
    UUID eventId, UUID participantId, String trialId, String variables, Instant recordedAt) {}
