package org.absentia.outcome.timeline;

import java.util.ArrayList;

/**
 * Reads a timeline day after day and keeps its place, which saves a search for each day when they
 * come in order; any order is right.
 */
public final class Reader<T> {
  /** Later than any day. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final ArrayList<Segment<T>> segments;
  private final T otherwise;

  /** The place of the first segment that ends on or after the day read last. */
  private int place;

  private T value;

  /** The days from {@code from} to the day before {@code end} have this value; at first none. */
  private int from;

  private int end;

  Reader(ArrayList<Segment<T>> segments, T otherwise) {
    this.segments = segments;
    this.otherwise = otherwise;
    this.value = otherwise;
  }

  /** What holds on a day. */
  public T at(int day) {
    if (day < from || end <= day) {
      find(day);
    }
    return value;
  }

  /** The first day after the one read last on which another value may begin. */
  public int end() {
    return end;
  }

  private void find(int day) {
    place = day < from ? Timeline.placeOf(segments, day) : next(day);
    from = place == 0 ? Integer.MIN_VALUE : segments.get(place - 1).period().to() + 1;
    value = otherwise;
    end = NEVER;
    if (place < segments.size()) {
      Segment<T> segment = segments.get(place);
      if (segment.period().covers(day)) {
        value = segment.value();
        from = segment.period().from();
        end = segment.period().to() + 1;
      } else {
        end = segment.period().from();
      }
    }
  }

  private int next(int day) {
    int next = place;
    while (next < segments.size() && segments.get(next).period().to() < day) {
      next++;
    }
    return next;
  }
}
