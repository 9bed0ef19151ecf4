package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.Optional;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;

/**
 * A trial whose key waits for the share of its statistician. Both sides publish a commitment to
 * their shares before either can know the other's or the beacon.
 *
 * @param statisticianCommitment empty until published, then for ever the same
 * @param share the service's share, made before the statistician's commitment was known
 */
public record AnnouncedTrial(
    Protocol protocol,
    Hash shareCommitment,
    Optional<Hash> statisticianCommitment,
    Secret share,
    Secret shareSalt,
    Instant announcedAt) {
  public String id() {
    return protocol.trial();
  }
}
