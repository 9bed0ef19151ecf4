package org.absentia.randomisation.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Derives the key of a trial from the shares of those who together guarantee that nobody chose it.
 */
public final class TrialKey {
  private TrialKey() {}

  /**
   * Derives the key from the statistician's share, the service's share and a beacon named in
   * advance.
   */
  public static Secret ofShares(
      Secret statistician, Secret service, String beacon, byte[] canonicalDesign) {
    return derive(
        new Octets().raw(statistician.bytes()).raw(service.bytes()).toByteArray(),
        beacon,
        canonicalDesign);
  }

  /** Derives the key from the service's share alone; a trial in this mode says so. */
  public static Secret ofSingleShare(Secret service, byte[] canonicalDesign) {
    return derive(service.bytes(), "", canonicalDesign);
  }

  /** Returns what the holder of a share publishes before anyone shows one. */
  public static Hash shareCommitment(Secret share, Secret salt) {
    return Hash.of(
        Octets.labelled("RND-1/share").raw(salt.bytes()).raw(share.bytes()).toByteArray());
  }

  private static Secret derive(byte[] shares, String beacon, byte[] canonicalDesign) {
    byte[] info =
        Octets.labelled("RND-1/key")
            .raw(Hash.of(canonicalDesign).bytes())
            .prefixed(beacon.getBytes(StandardCharsets.UTF_8))
            .toByteArray();
    try {
      return Secret.of(
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(shares)
                      .addSalt(new byte[Secret.LENGTH_BYTES])
                      .thenExpand(info, Secret.LENGTH_BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("JDK 25 has HKDF-SHA256", e);
    }
  }
}
