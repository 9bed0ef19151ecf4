package org.absentia.randomisation.trial;

import java.util.List;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.TrialKey;

/**
 * What a trial keeps secret until its opening.
 *
 * @param shares the statistician's, if there is one, and the service's
 * @param shareSalts of the commitments to the shares, in their order
 * @param salt salt of the commitment
 * @param headSeed Ed25519 seed that signs heads of the log
 */
public record TrialSecrets(
    List<Secret> shares, List<Secret> shareSalts, Secret key, Secret salt, Secret headSeed) {
  public TrialSecrets {
    shares = List.copyOf(shares);
    shareSalts = List.copyOf(shareSalts);
  }

  /**
   * Returns another design of the trial with a key of its own from the same shares: the design
   * enters the derivation.
   */
  public Concealment concealing(Design design, String beacon) {
    byte[] canonical = design.canonical();
    return new Concealment(
        design,
        shares.size() == 1
            ? TrialKey.ofSingleShare(shares.getFirst(), canonical)
            : TrialKey.ofShares(shares.getFirst(), shares.getLast(), beacon, canonical));
  }
}
