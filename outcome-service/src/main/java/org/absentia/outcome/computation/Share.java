package org.absentia.outcome.computation;

import java.util.Set;

/**
 * The part of all participants that one process computes. Each participant lies in one of {@value
 * #BUCKETS} buckets; bucket b belongs to part b modulo {@code parts}.
 *
 * @param parts how many parts there are: the partitions of the topic of records
 * @param mine the parts of this process, from 0
 */
public record Share(int parts, Set<Integer> mine) {
  /** Into how many buckets participants are divided. */
  public static final int BUCKETS = 240;

  /** Everybody. */
  public static final Share ALL = new Share(1, Set.of(0));

  public Share {
    mine = Set.copyOf(mine);
    if (parts < 1 || parts > BUCKETS) {
      throw new IllegalArgumentException("there are 1 to " + BUCKETS + " parts");
    }
  }

  /** Tells whether a bucket is in the share. */
  public boolean holds(int bucket) {
    return mine.contains(bucket % parts);
  }

  public boolean isEmpty() {
    return mine.isEmpty();
  }
}
