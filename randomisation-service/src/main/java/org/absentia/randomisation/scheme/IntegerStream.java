package org.absentia.randomisation.scheme;

import java.nio.ByteBuffer;
import java.util.List;
import javax.crypto.Mac;

/**
 * The random integers of one (trial, stratum, list version): unbiased, reproducible from the key,
 * unforeseeable without.
 */
public final class IntegerStream {
  private static final long RANGE = 1L << 32;

  private final Mac mac;
  private final byte[] prefix;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long nextBlock;

  public IntegerStream(Secret key, String trial, String stratum, String version) {
    this.mac = key.mac();
    this.prefix = Octets.labelled("RND-1").text(trial).text(stratum).text(version).toByteArray();
  }

  /**
   * Draws an integer in [0, n), reading again where a plain remainder would favour the small ones.
   */
  public long below(long n) {
    if (n < 1 || n > RANGE) {
      throw new IllegalArgumentException("the bound lies outside 1 to 2^32");
    }
    long limit = RANGE - RANGE % n;
    long x = nextUnsigned();
    while (x >= limit) {
      x = nextUnsigned();
    }
    return x % n;
  }

  /** Draws an arm with probability proportional to its weight. */
  public int pick(List<Long> weights) {
    long x = below(weights.stream().mapToLong(Long::longValue).sum());
    long cumulative = 0;
    for (int arm = 0; arm < weights.size(); arm++) {
      cumulative += weights.get(arm);
      if (cumulative > x) {
        return arm;
      }
    }
    throw new IllegalStateException("a draw lies below the sum of the weights");
  }

  private long nextUnsigned() {
    if (!block.hasRemaining()) {
      mac.update(prefix);
      block = ByteBuffer.wrap(mac.doFinal(new Octets().u64(nextBlock).toByteArray()));
      nextBlock++;
    }
    return Integer.toUnsignedLong(block.getInt());
  }
}
