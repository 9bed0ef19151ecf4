package org.absentia.randomisation.allocation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.absentia.randomisation.scheme.Octets;
import org.absentia.randomisation.scheme.Secret;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The Ed25519 key (RFC 8032) of one trial that signs heads of its log. The seed is the secret; the
 * public key is published.
 */
public final class HeadKey {
  private final Ed25519PrivateKeyParameters key;

  public HeadKey(Secret seed) {
    this.key = new Ed25519PrivateKeyParameters(seed.bytes(), 0);
  }

  /** A new key: the seed to be sealed and the public key, as 64 hex digits, to be published. */
  public record Generated(Secret seed, String publicKey) {}

  public static Generated generate(SecureRandom random) {
    Secret seed = Secret.draw(random);
    byte[] publicKey = new HeadKey(seed).key.generatePublicKey().getEncoded();
    return new Generated(seed, HexFormat.of().formatHex(publicKey));
  }

  /** Signs where the log ends now. */
  public SignedHead sign(ChainTip tip, Instant at) {
    String time = Timestamps.write(at);
    byte[] message = message(tip.count(), tip.hash().bytes(), time);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return new SignedHead(
        tip.count(), tip.hash(), time, HexFormat.of().formatHex(signer.generateSignature()));
  }

  /** Tells whether the holder of the public key (64 hex digits) signed the head. */
  public static boolean verifies(String publicKey, SignedHead head) {
    try {
      byte[] message = message(head.count(), head.hash().bytes(), head.at());
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(false, new Ed25519PublicKeyParameters(HexFormat.of().parseHex(publicKey)));
      signer.update(message, 0, message.length);
      return signer.verifySignature(HexFormat.of().parseHex(head.signature()));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static byte[] message(long count, byte[] hash, String at) {
    return Octets.labelled("RND-1/head").u64(count).raw(hash).text(at).toByteArray();
  }
}
