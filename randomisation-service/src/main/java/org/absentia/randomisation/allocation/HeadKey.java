package org.absentia.randomisation.allocation;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import org.absentia.randomisation.scheme.Octets;
import org.absentia.randomisation.scheme.Secret;

/**
 * The Ed25519 key of one trial that signs heads of its log. The seed is the secret; the public key
 * is published.
 */
public final class HeadKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_KEY_BYTES = 32;
  private static final int SIGN_BIT = 0x80;

  private final PrivateKey key;

  public HeadKey(Secret seed) {
    try {
      this.key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** A new key: the seed to be sealed and the public key, as 64 hex digits, to be published. */
  public record Generated(Secret seed, String publicKey) {}

  public static Generated generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      if (pair.getPrivate() instanceof EdECPrivateKey seed
          && pair.getPublic() instanceof EdECPublicKey point) {
        return new Generated(Secret.of(seed.getBytes().orElseThrow()), publicKey(point));
      }
      throw new IllegalStateException("an Ed25519 key of an unknown kind");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Signs where the log ends now. */
  public SignedHead sign(ChainTip tip, Instant at) {
    String time = Timestamps.write(at);
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message(tip.count(), tip.hash().bytes(), time));
      return new SignedHead(
          tip.count(), tip.hash(), time, HexFormat.of().formatHex(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with Ed25519 failed", e);
    }
  }

  /** Tells whether the holder of the public key (64 hex digits) signed the head. */
  public static boolean verifies(String publicKey, SignedHead head) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(specification(publicKey)));
      signature.update(message(head.count(), head.hash().bytes(), head.at()));
      return signature.verify(HexFormat.of().parseHex(head.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static byte[] message(long count, byte[] hash, String at) {
    return Octets.labelled("RND-1/head").u64(count).raw(hash).text(at).toByteArray();
  }

  // RFC 8032: little-endian y, the highest bit is the parity of x
  private static EdECPublicKeySpec specification(String publicKey) {
    byte[] bytes = HexFormat.of().parseHex(publicKey);
    if (bytes.length != PUBLIC_KEY_BYTES) {
      throw new IllegalArgumentException("an Ed25519 public key has 32 bytes");
    }
    byte[] y = reversed(bytes);
    boolean odd = (y[0] & SIGN_BIT) != 0;
    y[0] &= ~SIGN_BIT;
    return new EdECPublicKeySpec(
        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y)));
  }

  private static String publicKey(EdECPublicKey key) {
    byte[] y = key.getPoint().getY().toByteArray();
    byte[] bytes = new byte[PUBLIC_KEY_BYTES];
    for (int i = 0; i < y.length && i < PUBLIC_KEY_BYTES; i++) {
      bytes[i] = y[y.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      bytes[PUBLIC_KEY_BYTES - 1] |= (byte) SIGN_BIT;
    }
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
