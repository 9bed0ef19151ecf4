package org.absentia.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times pieces of work in turn, so that a slow minute of the machine hits all of them alike. Each
 * answers a sum over its results, which is kept, so that the compiler cannot leave the work out.
 */
public final class Stopwatch {
  private final List<LongSupplier> works = new ArrayList<>();
  private long kept;

  /** Adds a piece of work; its place is the number of pieces added before. */
  public Stopwatch add(LongSupplier work) {
    works.add(work);
    return this;
  }

  /** Median nanoseconds of each piece, after unmeasured rounds. */
  public long[] medianNanos(int warmUps, int rounds) {
    for (int round = 0; round < warmUps; round++) {
      works.forEach(work -> kept += work.getAsLong());
    }
    long[][] nanos = new long[works.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int place = 0; place < works.size(); place++) {
        nanos[place][round] = nanos(works.get(place));
      }
    }
    return Arrays.stream(nanos).mapToLong(Stopwatch::median).toArray();
  }

  private long nanos(LongSupplier work) {
    long start = System.nanoTime();
    kept += work.getAsLong();
    return System.nanoTime() - start;
  }

  static long median(long[] values) {
    long[] ordered = values.clone();
    Arrays.sort(ordered);
    int middle = ordered.length / 2;
    return ordered.length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
  }

  /** What all results summed to. */
  public long kept() {
    return kept;
  }
}
