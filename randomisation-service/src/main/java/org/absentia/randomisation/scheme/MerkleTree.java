package org.absentia.randomisation.scheme;

import java.util.List;

/** The hash tree of RFC 6962: its root commits to every leaf in order. */
public final class MerkleTree {
  private static final int NODE = 0x01;

  private MerkleTree() {}

  /** Returns the root over leaf hashes, of which there is at least one. */
  public static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a tree has at least one leaf");
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    Hash left = root(leaves.subList(0, split));
    Hash right = root(leaves.subList(split, leaves.size()));
    return Hash.of(new Octets().octet(NODE).raw(left.bytes()).raw(right.bytes()).toByteArray());
  }
}
