package org.absentia.outcome.computation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was known of a trial's outcomes at an instant: of each participant the newest version
 * computed by then. Versions are kept for ever, so it never changes.
 *
 * @param hash SHA-256 over a line for each participant in order of id: participantId, version,
 *     status, input hash and outcome hash (a hyphen without values), separated by blanks
 */
public record Snapshot(
    UUID id,
    String hash,
    String trialId,
    Instant knownAt,
    int participants,
    Instant takenAt,
    Optional<String> takenBy) {}
