package org.absentia.randomisation.scheme;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Thirty-two bytes that must not be seen: a key, a share of one, or a salt. It never prints itself.
 */
public final class Secret {
  public static final int LENGTH_BYTES = 32;

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    if (bytes.length != LENGTH_BYTES) {
      throw new IllegalArgumentException("a secret has 32 bytes");
    }
    this.bytes = bytes;
  }

  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  public static Secret ofHex(String hex) {
    return new Secret(HexFormat.of().parseHex(hex));
  }

  /** Draws a secret; the caller passes a cryptographically strong generator. */
  public static Secret draw(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH_BYTES];
    random.nextBytes(bytes);
    return new Secret(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Returns HMAC-SHA-256 of the message under this secret. */
  public byte[] hmac(byte[] message) {
    return mac().doFinal(message);
  }

  Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Secret[not shown]";
  }
}
