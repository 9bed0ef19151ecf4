package org.absentia.randomisation.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.scheme.Hash;

/** The links that were issued. */
public interface Links {
  void add(Link link);

  Optional<Link> find(Hash tokenHash);

  /** Like {@link #find}, and holds the link until the transaction ends; read anew. */
  Optional<Link> lock(Hash tokenHash);

  /** Returns the links of a holder, the oldest first. */
  List<Link> of(String trialId, Holder holder);

  /** Takes back a link that was neither used nor taken back. */
  void revoke(UUID linkId, Instant at);

  /**
   * Notes the one use.
   *
   * @param form digest of the consent form agreed to
   * @param participantId who the candidate became
   */
  void use(UUID linkId, Link.Use use, Optional<Hash> form, Optional<UUID> participantId);
}
