package org.absentia.randomisation.seal;

import org.absentia.randomisation.scheme.Secret;

/**
 * Wraps data keys under a key-encryption key. In production a key management service can stand
 * behind it: a bean of this type with {@code @Identifier("name")}, chosen by {@code
 * absentia.key-wrapper=name}.
 */
public interface KeyWrapper {
  /** Returns at most 32 767 bytes, always as many: lengths must not tell what is sealed. */
  byte[] wrap(Secret dataKey, String context);

  /**
   * Unwraps a data key.
   *
   * @throws IllegalStateException when it was wrapped under another key or for another context; any
   *     other exception means that nobody knows, for example because the service is away
   */
  Secret unwrap(byte[] wrapped, String context);
}
