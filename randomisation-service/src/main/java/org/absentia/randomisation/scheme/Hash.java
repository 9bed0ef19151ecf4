package org.absentia.randomisation.scheme;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A public SHA-256 value, written as 64 lower-case hex digits. */
public record Hash(String hex) {
  private static final int DIGITS = 64;

  /** What stands before the first entry of a chain. */
  public static final Hash ZERO = new Hash("0".repeat(64));

  public Hash {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("a hash has 64 lower-case hex digits");
    }
  }

  /** Tells whether a text can be a hash. */
  public static boolean isHex(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }

  public static Hash of(byte[] content) {
    return new Hash(HexFormat.of().formatHex(sha256().digest(content)));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
