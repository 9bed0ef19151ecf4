package org.absentia.randomisation.trial;

import org.absentia.randomisation.scheme.Secret;

/**
 * What a trial keeps secret until its opening.
 *
 * @param salt salt of the commitment
 * @param headSeed Ed25519 seed that signs heads of the log
 */
public record TrialSecrets(
    Secret share, Secret shareSalt, Secret key, Secret salt, Secret headSeed) {}
