package org.absentia.randomisation.seal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.absentia.randomisation.scheme.Secret;

/**
 * Seals values for the database. The context names the place where a value rests (for example
 * {@code trial/mi-nav/key}); a sealed value moved to another place does not open.
 */
public final class Vault {
  private static final byte FORMAT = 1;

  private final KeyWrapper wrapper;
  private final Optional<KeyWrapper> previous;
  private final RandomGenerator random;

  public Vault(KeyWrapper wrapper, RandomGenerator random) {
    this(wrapper, Optional.empty(), random);
  }

  /**
   * @param previous opens what was sealed before the key-encryption key was changed
   */
  public Vault(KeyWrapper wrapper, Optional<KeyWrapper> previous, RandomGenerator random) {
    this.wrapper = wrapper;
    this.previous = previous;
    this.random = random;
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Sealed(byte[] wrappedKey, byte[] encrypted) {
    static Sealed parse(byte[] bytes) {
      ByteBuffer parts = ByteBuffer.wrap(bytes);
      if (parts.get() != FORMAT) {
        throw new IllegalStateException("a sealed value of an unknown format");
      }
      byte[] wrapped = new byte[parts.getShort()];
      parts.get(wrapped);
      byte[] encrypted = new byte[parts.remaining()];
      parts.get(encrypted);
      return new Sealed(wrapped, encrypted);
    }

    byte[] bytes() {
      return ByteBuffer.allocate(1 + Short.BYTES + wrappedKey.length + encrypted.length)
          .put(FORMAT)
          .putShort((short) wrappedKey.length)
          .put(wrappedKey)
          .put(encrypted)
          .array();
    }
  }

  public byte[] seal(byte[] plain, String context) {
    Secret dataKey = Secret.draw(random);
    return new Sealed(
            wrapper.wrap(dataKey, context), AesGcm.encrypt(dataKey, plain, context, random))
        .bytes();
  }

  public byte[] open(byte[] bytes, String context) {
    Sealed sealed = Sealed.parse(bytes);
    Secret dataKey =
        current(sealed.wrappedKey(), context)
            .orElseGet(() -> wrappedBefore(sealed.wrappedKey(), context));
    return AesGcm.decrypt(dataKey, sealed.encrypted(), context);
  }

  /**
   * Wraps the value's data key under the present key-encryption key; returns the same bytes where
   * it is wrapped so already. What is sealed stays encrypted throughout.
   */
  public byte[] rewrap(byte[] bytes, String context) {
    Sealed sealed = Sealed.parse(bytes);
    if (current(sealed.wrappedKey(), context).isPresent()) {
      return bytes;
    }
    Secret dataKey = wrappedBefore(sealed.wrappedKey(), context);
    return new Sealed(wrapper.wrap(dataKey, context), sealed.encrypted()).bytes();
  }

  /** Tells whether there is a previous key-encryption key from which values are to be moved. */
  public boolean rotates() {
    return previous.isPresent();
  }

  public byte[] seal(Secret secret, String context) {
    return seal(secret.bytes(), context);
  }

  public Secret openSecret(byte[] sealed, String context) {
    return Secret.of(open(sealed, context));
  }

  /** Returns the data key; empty where another key-encryption key may still unwrap it. */
  private Optional<Secret> current(byte[] wrapped, String context) {
    if (previous.isEmpty()) {
      return Optional.of(wrapper.unwrap(wrapped, context));
    }
    try {
      return Optional.of(wrapper.unwrap(wrapped, context));
    } catch (IllegalStateException otherKey) {
      return Optional.empty();
    }
  }

  private Secret wrappedBefore(byte[] wrapped, String context) {
    return previous.orElseThrow().unwrap(wrapped, context);
  }
}
