package org.absentia.randomisation.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.absentia.randomisation.scheme.Secret;

/**
 * AES-256-GCM with a drawn nonce in front, bound to a context that is authenticated but not stored.
 */
public final class AesGcm {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private AesGcm() {}

  public static byte[] encrypt(Secret key, byte[] plain, String context, RandomGenerator random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted = apply(Cipher.ENCRYPT_MODE, key, nonce, plain, context);
    return ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
  }

  public static byte[] decrypt(Secret key, byte[] sealed, String context) {
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalArgumentException("too short to be a sealed value");
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] encrypted = new byte[parts.remaining()];
    parts.get(encrypted);
    return apply(Cipher.DECRYPT_MODE, key, nonce, encrypted, context);
  }

  private static byte[] apply(int mode, Secret key, byte[] nonce, byte[] input, String context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the value was sealed under another key or context", e);
    }
  }
}
