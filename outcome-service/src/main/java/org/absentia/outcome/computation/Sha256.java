package org.absentia.outcome.computation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, as 64 hexadecimal digits. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** The hash of one text in UTF-8. */
  public static String of(String text) {
    return new Sha256().add(text).hex();
  }

  /** Adds the next part of a long text. */
  public Sha256 add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The hash of all that was added. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
