package org.absentia.outcome.timeline;

import java.util.ArrayList;
import java.util.Collection;
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
  private static final Timeline<?> EMPTY = new Timeline<>(List.of());

  private final List<Segment<T>> segments;

  private Timeline(List<Segment<T>> segments) {
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
    List<Segment<T>> ordered = new ArrayList<>(segments);
    ordered.sort(Comparator.comparingInt(segment -> segment.period().from()));
    List<Segment<T>> joined = new ArrayList<>(ordered.size());
    for (Segment<T> next : ordered) {
      append(joined, next);
    }
    return joined.isEmpty() ? empty() : new Timeline<>(List.copyOf(joined));
  }

  private static <T> void append(List<Segment<T>> ordered, Segment<T> next) {
    if (ordered.isEmpty()) {
      ordered.add(next);
      return;
    }
    Segment<T> last = ordered.getLast();
    if (last.period().to() >= next.period().from()) {
      throw new IllegalArgumentException("segments of a timeline do not overlap");
    }
    if (last.period().to() + 1 == next.period().from() && last.value().equals(next.value())) {
      ordered.removeLast();
      ordered.add(
          new Segment<>(new Period(last.period().from(), next.period().to()), last.value()));
    } else {
      ordered.add(next);
    }
  }

  /** On each day the value of the first listed timeline that has one. */
  public static <T> Timeline<T> firstOf(List<Timeline<T>> timelines) {
    if (timelines.size() == 1) {
      return timelines.getFirst();
    }
    return overlaid(timelines, values -> values.firstEntry().getValue());
  }

  /** On each day that any of them covers all values that hold, in the order of the list. */
  public static <T> Timeline<List<T>> allOf(List<Timeline<T>> timelines) {
    if (timelines.size() == 1) {
      return timelines.getFirst().map(List::of);
    }
    return overlaid(timelines, values -> List.copyOf(values.values()));
  }

  private record Edge<T>(int day, boolean opens, int rank, T value) {}

  private static <T, R> Timeline<R> overlaid(
      List<Timeline<T>> timelines, Function<TreeMap<Integer, T>, R> combined) {
    List<Edge<T>> edges = edges(timelines);
    TreeMap<Integer, T> holding = new TreeMap<>();
    List<Segment<R>> segments = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Edge<T> edge = edges.get(i);
      if (edge.opens()) {
        holding.put(edge.rank(), edge.value());
      } else {
        holding.remove(edge.rank());
      }
      if (!holding.isEmpty() && edges.get(i + 1).day() > edge.day()) {
        Period days = Period.until(edge.day(), edges.get(i + 1).day());
        append(segments, new Segment<>(days, combined.apply(holding)));
      }
    }
    return segments.isEmpty() ? empty() : new Timeline<>(List.copyOf(segments));
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
    int place = placeOf(day);
    return place < segments.size() && segments.get(place).period().from() <= day
        ? segments.get(place).value()
        : otherwise;
  }

  /** The place of the first segment that ends on or after the day. */
  private int placeOf(int day) {
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
    List<Segment<R>> changed = new ArrayList<>(segments.size());
    for (Segment<T> segment : segments) {
      append(changed, new Segment<>(segment.period(), change.apply(segment.value())));
    }
    return changed.isEmpty() ? empty() : new Timeline<>(List.copyOf(changed));
  }

  /** Only the days whose value passes. */
  public Timeline<T> where(Predicate<? super T> passes) {
    return new Timeline<>(segments.stream().filter(s -> passes.test(s.value())).toList());
  }

  /** Only the days of a period. */
  public Timeline<T> within(Period window) {
    List<Segment<T>> inside = new ArrayList<>();
    for (int i = placeOf(window.from()); i < segments.size(); i++) {
      Segment<T> segment = segments.get(i);
      if (!segment.period().overlaps(window)) {
        break;
      }
      inside.add(segment.within(window));
    }
    return inside.isEmpty() ? empty() : new Timeline<>(List.copyOf(inside));
  }

  /** The segments in order of time. */
  public List<Segment<T>> segments() {
    return segments;
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
