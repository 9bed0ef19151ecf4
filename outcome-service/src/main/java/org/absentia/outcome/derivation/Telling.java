package org.absentia.outcome.derivation;

import java.util.List;
import java.util.function.Function;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/** Who is believed about a day: the most believed record, in it the first listed period. */
public final class Telling {
  private Telling() {}

  /** What one record says of each day; where its periods overlap, the first listed one counts. */
  public static <E extends RegistryRecord.Entry, T> Timeline<T> of(
      List<E> periods, Function<E, T> meaning) {
    return Timeline.firstOf(
        periods.stream()
            .map(entry -> Timeline.of(List.of(new Segment<>(entry.days(), meaning.apply(entry)))))
            .toList());
  }

  /** What records, listed the most believed first, say together. */
  static <R extends RegistryRecord, T> Timeline<T> ofAll(
      List<R> mostBelievedFirst, Function<R, Timeline<T>> telling) {
    return Timeline.firstOf(mostBelievedFirst.stream().map(telling).toList());
  }
}
