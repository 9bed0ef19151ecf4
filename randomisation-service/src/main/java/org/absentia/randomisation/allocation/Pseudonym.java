package org.absentia.randomisation.allocation;

import java.nio.charset.StandardCharsets;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Octets;
import org.absentia.randomisation.scheme.Secret;

/** A participant's name in the log; without the personal salt nobody can tell whose it is. */
public record Pseudonym(Hash hash) {
  public static Pseudonym of(Secret personalSalt, String participantId) {
    return new Pseudonym(
        Hash.of(
            new Octets()
                .raw(personalSalt.bytes())
                .raw(participantId.getBytes(StandardCharsets.UTF_8))
                .toByteArray()));
  }
}
