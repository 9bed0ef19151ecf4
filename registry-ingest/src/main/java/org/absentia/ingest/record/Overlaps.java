package org.absentia.ingest.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds periods of one record that claim the same day. */
public final class Overlaps {
  private Overlaps() {}

  /** Tells whether any two of these share a day. */
  static boolean any(List<Interval> periods) {
    return !all(periods.stream().map(Optional::of).toList()).isEmpty();
  }

  /**
   * Indices of the periods that begin inside one that begins earlier (or is listed earlier); those
   * whose days could not be read are passed over.
   */
  public static List<Integer> all(List<Optional<Interval>> read) {
    List<Interval> periods = read.stream().map(p -> p.orElse(Interval.UNREAD)).toList();
    List<Integer> order =
        IntStream.range(0, periods.size())
            .boxed()
            .filter(i -> read.get(i).isPresent())
            .sorted(Comparator.comparing(i -> periods.get(i).from()))
            .toList();
    List<Integer> overlapping = new ArrayList<>();
    Optional<Interval> reach = Optional.empty();
    for (int index : order) {
      Interval period = periods.get(index);
      if (reach.map(r -> r.covers(period.from())).orElse(false)) {
        overlapping.add(index);
      }
      if (reach.map(r -> endsLater(period, r)).orElse(true)) {
        reach = Optional.of(period);
      }
    }
    return overlapping.stream().sorted().toList();
  }

  private static boolean endsLater(Interval period, Interval reach) {
    if (reach.to().isEmpty()) {
      return false;
    }
    return period.to().isEmpty() || period.to().get().isAfter(reach.to().get());
  }
}
