package org.absentia.randomisation.seal;

import org.absentia.randomisation.scheme.Secret;

/**
 * Wraps data keys under the key-encryption key; in production a key management service can stand
 * behind it.
 */
public interface KeyWrapper {
  byte[] wrap(Secret dataKey, String context);

  /** Unwraps a data key; fails when it was wrapped under another key or for another context. */
  Secret unwrap(byte[] wrapped, String context);
}
