package org.absentia.randomisation.seal;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.Secret;

/**
 * Seals values for the database. The context names the place where a value rests (for example
 * {@code trial/mi-nav/key}); a sealed value moved to another place does not open.
 */
public final class Vault {
  private static final byte FORMAT = 1;

  private final KeyWrapper wrapper;
  private final RandomGenerator random;

  public Vault(KeyWrapper wrapper, RandomGenerator random) {
    this.wrapper = wrapper;
    this.random = random;
  }

  public byte[] seal(byte[] plain, String context) {
    Secret dataKey = Secret.draw(random);
    byte[] wrapped = wrapper.wrap(dataKey, context);
    byte[] encrypted = AesGcm.encrypt(dataKey, plain, context, random);
    return ByteBuffer.allocate(1 + Short.BYTES + wrapped.length + encrypted.length)
        .put(FORMAT)
        .putShort((short) wrapped.length)
        .put(wrapped)
        .put(encrypted)
        .array();
  }

  public byte[] open(byte[] sealed, String context) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    if (parts.get() != FORMAT) {
      throw new IllegalStateException("a sealed value of an unknown format");
    }
    byte[] wrapped = new byte[parts.getShort()];
    parts.get(wrapped);
    byte[] encrypted = new byte[parts.remaining()];
    parts.get(encrypted);
    return AesGcm.decrypt(wrapper.unwrap(wrapped, context), encrypted, context);
  }

  public byte[] seal(Secret secret, String context) {
    return seal(secret.bytes(), context);
  }

  public Secret openSecret(byte[] sealed, String context) {
    return Secret.of(open(sealed, context));
  }
}
