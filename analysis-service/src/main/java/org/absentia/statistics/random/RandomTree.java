package org.absentia.statistics.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A place in the tree of random streams below one seed. Branches are named, leaves are numbered;
 * what is drawn from one leaf tells nothing about another. Each place is a SHA-256 digest of the
 * way from the root to it.
 */
public final class RandomTree {

  private final byte[] place;

  private RandomTree(byte[] place) {
    this.place = place;
  }

  /** The tree of a seed; equal seeds have equal streams on every machine. */
  public static RandomTree ofSeed(long seed) {
    return new RandomTree(
        sha256(
            "absentia random 1".getBytes(StandardCharsets.UTF_8),
            ByteBuffer.allocate(8).putLong(seed).array()));
  }

  /** Go down to the branch of this name. */
  public RandomTree branch(String name) {
    return new RandomTree(sha256(place, name.getBytes(StandardCharsets.UTF_8)));
  }

  /** Open the numbered stream that grows here, always from its beginning. */
  public RandomStream stream(long index) {
    ByteBuffer state =
        ByteBuffer.wrap(sha256(place, ByteBuffer.allocate(8).putLong(index).array()));
    return new RandomStream(state.getLong(), state.getLong(), state.getLong(), state.getLong());
  }

  private static byte[] sha256(byte[] from, byte[] step) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(from);
      return digest.digest(step);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
