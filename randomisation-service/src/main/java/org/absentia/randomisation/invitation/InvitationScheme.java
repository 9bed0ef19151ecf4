package org.absentia.randomisation.invitation;

import org.absentia.randomisation.scheme.Hash;

/** What a trial of two stages published of its first stage when it opened. */
public record InvitationScheme(String trialId, Hash commitment, Hash merkleRoot) {}
