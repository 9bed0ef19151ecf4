package org.absentia.randomisation.scheme;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Builds the byte strings of RND-1: length-prefixed parts, so that no two inputs share an encoding.
 */
public final class Octets {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Starts with a label that separates the uses of one key. */
  public static Octets labelled(String label) {
    return new Octets().raw(label.getBytes(StandardCharsets.US_ASCII));
  }

  public Octets raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public Octets octet(int value) {
    out.write(value);
    return this;
  }

  /** Appends lp(bytes): a four-byte big-endian length, then the bytes. */
  public Octets prefixed(byte[] bytes) {
    return raw(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array()).raw(bytes);
  }

  /** Appends S(text): the length-prefixed UTF-8 form. */
  public Octets text(String text) {
    return prefixed(text.getBytes(StandardCharsets.UTF_8));
  }

  public Octets u64(long value) {
    return raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
