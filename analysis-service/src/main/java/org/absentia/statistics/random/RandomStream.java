package org.absentia.statistics.random;

/**
 * A stream of random numbers: xoshiro256++ (Blackman and Vigna 2021), whole numbers below a bound
 * by Lemire's unbiased multiplication (2019). One thread uses a stream at a time.
 */
public final class RandomStream {

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  RandomStream(long s0, long s1, long s2, long s3) {
    if ((s0 | s1 | s2 | s3) == 0) {
      throw new IllegalArgumentException("the state must not be all zero");
    }
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** The next 64 random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long shifted = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Draw a whole number from 0 to below the bound, each with exactly the same probability. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("the bound must be positive");
    }
    long draw = nextLong();
    long low = draw * bound;
    if (Long.compareUnsigned(low, bound) < 0) {
      long threshold = Long.remainderUnsigned(-bound, bound);
      while (Long.compareUnsigned(low, threshold) < 0) {
        draw = nextLong();
        low = draw * bound;
      }
    }
    return (int) Math.unsignedMultiplyHigh(draw, bound);
  }

  /** Draw a number from [0, 1) with 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }
}
