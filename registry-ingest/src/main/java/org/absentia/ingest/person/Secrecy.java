package org.absentia.ingest.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms (HMAC-SHA-256, so that without the pepper nobody can try all identifiers) and
 * seals texts with AES-256-GCM. The two keys are independent: who can look a person up cannot read
 * the identifier.
 */
public final class Secrecy {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec pepper;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Takes the two keys.
   *
   * @param pepper at least 32 bytes
   * @param key exactly 32 bytes
   */
  public Secrecy(byte[] pepper, byte[] key) {
    if (pepper.length < KEY_BYTES || key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "the pepper must have at least 32 bytes and the key exactly 32");
    }
    this.pepper = new SecretKeySpec(pepper, "HmacSHA256");
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * The pseudonym of an identifier in hex: equal for equal identifiers, meaningless without key.
   */
  public String pseudonym(PersonIdentifier identifier) {
    return fingerprint("person", identifier.digits().getBytes(StandardCharsets.US_ASCII));
  }

  /** What names a certificate that has no id of its own: a keyed digest in hex of its content. */
  public String certificateFingerprint(String content) {
    return fingerprint("sykmelding-xml", content.getBytes(StandardCharsets.UTF_8));
  }

  /** A keyed digest in hex of any bytes, apart for each purpose. */
  public String fingerprint(String purpose, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(pepper);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  /** Seals bytes under a context that must be named again to open them; nonce first. */
  public byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("sealing failed", impossible);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws IllegalArgumentException when the bytes, the context or the key are not those of
   *     sealing
   */
  public byte[] open(byte[] sealed, String context) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      byte[] nonce = new byte[NONCE_BYTES];
      bytes.get(nonce);
      byte[] rest = new byte[bytes.remaining()];
      bytes.get(rest);
      return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest);
    } catch (GeneralSecurityException | java.nio.BufferUnderflowException refused) {
      throw new IllegalArgumentException("cannot be opened", refused);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
