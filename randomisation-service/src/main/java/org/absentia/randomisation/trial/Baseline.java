package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The baseline variables as locked when the slot was taken.
 *
 * @param variables values by name as a JSON object; empty once erased
 */
public record Baseline(
    UUID eventId,
    UUID participantId,
    String trialId,
    Optional<String> variables,
    Instant recordedAt) {}
