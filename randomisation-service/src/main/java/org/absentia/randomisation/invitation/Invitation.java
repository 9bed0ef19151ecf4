package org.absentia.randomisation.invitation;

import java.time.Instant;
import java.util.UUID;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;

/**
 * The offer that was drawn for a candidate, for ever.
 *
 * @param offer the design's number of it
 * @param salt of the candidate's pseudonym in the log
 */
public record Invitation(
    UUID id,
    String trialId,
    String candidateId,
    String stratum,
    int slot,
    int offer,
    Hash leaf,
    Secret salt,
    Instant drawnAt) {}
