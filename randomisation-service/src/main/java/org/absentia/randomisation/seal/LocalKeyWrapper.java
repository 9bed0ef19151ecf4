package org.absentia.randomisation.seal;

import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.Secret;

/** Wraps under a key-encryption key that the operator gives to this process. */
public final class LocalKeyWrapper implements KeyWrapper {
  private static final int HEX_DIGITS = 2 * Secret.LENGTH_BYTES;

  private final Secret keyEncryptionKey;
  private final RandomGenerator random;

  public LocalKeyWrapper(Secret keyEncryptionKey, RandomGenerator random) {
    this.keyEncryptionKey = keyEncryptionKey;
    this.random = random;
  }

  /** Reads a key of 32 bytes, written as 64 hex digits or as base64. */
  public static Secret parse(String text) {
    try {
      return text.length() == HEX_DIGITS
          ? Secret.of(HexFormat.of().parseHex(text))
          : Secret.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException malformed) {
      // the cause would carry the text
      throw new IllegalArgumentException(
          "the key-encryption key must be 32 bytes, as 64 hex digits or as base64");
    }
  }

  @Override
  public byte[] wrap(Secret dataKey, String context) {
    return AesGcm.encrypt(keyEncryptionKey, dataKey.bytes(), context, random);
  }

  @Override
  public Secret unwrap(byte[] wrapped, String context) {
    return Secret.of(AesGcm.decrypt(keyEncryptionKey, wrapped, context));
  }
}
