package org.absentia.outcome.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What holds on which days: segments in order of time that never overlap, neighbours of equal value
 * joined. Immutable; days that no segment covers have no value.
 */
public final class Timeline<T> {
  private static final Timeline<?> EMPTY = new Timeline<>(new ArrayList<>(0));

  private final ArrayList<Segment<T>> segments;

  private Timeline(ArrayList<Segment<T>> segments) {
    this.segments = segments;
  }

  @SuppressWarnings("unchecked") // an empty timeline holds no value of any type
  public static <T> Timeline<T> empty() {
    return (Timeline<T>) EMPTY;
  }

  /**
   * A timeline of segments that do not overlap, in any order.
   *
   * @throws IllegalArgumentException when two of them overlap
   */
  public static <T> Timeline<T> of(Collection<Segment<T>> segments) {
    ArrayList<Segment<T>> ordered = new ArrayList<>(segments);
    ordered.sort(Comparator.comparingInt(segment -> segment.period().from()));
    return joined(ordered);
  }

  /**
   * A timeline of segments in order of time.
   *
   * @throws IllegalArgumentException when they are not, or overlap
   */
  public static <T> Timeline<T> inOrder(List<Segment<T>> segments) {
    return joined(new ArrayList<>(segments));
  }

  /** A timeline of a single segment. */
  public static <T> Timeline<T> of(Period days, T value) {
    ArrayList<Segment<T>> single = new ArrayList<>(1);
    single.add(new Segment<>(days, value));
    return new Timeline<>(single);
  }

  /** Joins neighbours of equal value, in place, among segments in order of time. */
  static <T> Timeline<T> joined(ArrayList<Segment<T>> ordered) {
    int last = 0;
    for (int i = 1; i < ordered.size(); i++) {
      Segment<T> next = ordered.get(i);
      if (ordered.get(last).isContinuedBy(next)) {
        ordered.set(last, ordered.get(last).extendedTo(next.period().to()));
      } else {
        ordered.set(++last, next);
      }
    }
    while (ordered.size() > last + 1) {
      ordered.removeLast();
    }
    return ordered.isEmpty() ? empty() : new Timeline<>(ordered);
  }

  /** On each day the value of the first listed timeline that has one. */
  public static <T> Timeline<T> firstOf(List<Timeline<T>> timelines) {
    if (timelines.size() == 1) {
      return timelines.getFirst();
    }
    FirstWord<T> said = new FirstWord<>();
    for (Timeline<T> timeline : timelines) {
      said.say(timeline);
    }
    return said.timeline();
  }

  /** On each day that any of them covers all values that hold, in the order of the list. */
  public static <T> Timeline<List<T>> allOf(List<Timeline<T>> timelines) {
    if (timelines.size() == 1) {
      return timelines.getFirst().map(List::of);
    }
    return overlaid(timelines);
  }

  private record Edge<T>(int day, boolean opens, int rank, T value) {}

  private static <T> Timeline<List<T>> overlaid(List<Timeline<T>> timelines) {
    List<Edge<T>> edges = edges(timelines);
    TreeMap<Integer, T> holding = new TreeMap<>();
    ArrayList<Segment<List<T>>> segments = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Edge<T> edge = edges.get(i);
      if (edge.opens()) {
        holding.put(edge.rank(), edge.value());
      } else {
        holding.remove(edge.rank());
      }
      if (!holding.isEmpty() && edges.get(i + 1).day() > edge.day()) {
        Period days = Period.until(edge.day(), edges.get(i + 1).day());
        segments.add(new Segment<>(days, List.copyOf(holding.values())));
      }
    }
    return joined(segments);
  }

  /** First days and days after the last, in order; on one day what ends comes first. */
  private static <T> List<Edge<T>> edges(List<Timeline<T>> timelines) {
    List<Edge<T>> edges = new ArrayList<>();
    for (int rank = 0; rank < timelines.size(); rank++) {
      for (Segment<T> segment : timelines.get(rank).segments) {
        edges.add(new Edge<>(segment.period().from(), true, rank, segment.value()));
        edges.add(new Edge<>(segment.period().to() + 1, false, rank, segment.value()));
      }
    }
    edges.sort(Comparator.<Edge<T>>comparingInt(Edge::day).thenComparing(Edge::opens));
    return edges;
  }

  /** On the day the value; {@code otherwise} where there is none. */
  public T at(int day, T otherwise) {
    int place = placeOf(segments, day);
    return place < segments.size() && segments.get(place).period().from() <= day
        ? segments.get(place).value()
        : otherwise;
  }

  /** Begins to read, with {@code otherwise} for days that have no value. */
  public Reader<T> reader(T otherwise) {
    return new Reader<>(segments, otherwise);
  }

  /** The place of the first segment that ends on or after the day. */
  static <T> int placeOf(ArrayList<Segment<T>> segments, int day) {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).period().to() < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same days with other values. */
  public <R> Timeline<R> map(Function<? super T, ? extends R> change) {
    ArrayList<Segment<R>> changed = new ArrayList<>(segments.size());
    for (Segment<T> segment : segments) {
      changed.add(new Segment<>(segment.period(), change.apply(segment.value())));
    }
    return joined(changed);
  }

  /** Only the days whose value passes. */
  public Timeline<T> where(Predicate<? super T> passes) {
    int place = 0;
    while (place < segments.size() && passes.test(segments.get(place).value())) {
      place++;
    }
    if (place == segments.size()) {
      return this;
    }
    ArrayList<Segment<T>> passing = new ArrayList<>(segments.subList(0, place));
    for (int i = place + 1; i < segments.size(); i++) {
      if (passes.test(segments.get(i).value())) {
        passing.add(segments.get(i));
      }
    }
    return joined(passing);
  }

  /** Only the days of a period. */
  public Timeline<T> within(Period window) {
    ArrayList<Segment<T>> inside = new ArrayList<>();
    for (int i = placeOf(segments, window.from()); i < segments.size(); i++) {
      Segment<T> segment = segments.get(i);
      if (!segment.period().overlaps(window)) {
        break;
      }
      inside.add(segment.within(window));
    }
    return joined(inside);
  }

  /** The segments in order of time. */
  public List<Segment<T>> segments() {
    return Collections.unmodifiableList(segments);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timeline<?> timeline && segments.equals(timeline.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public String toString() {
    return segments.toString();
  }
}
