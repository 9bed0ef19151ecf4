package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.FirstWord;
import org.absentia.outcome.timeline.Timeline;

/** Who is believed about a day: the most believed record, in it the first listed period. */
public final class Telling {
  private Telling() {}

  /** What one record says of each day; where its periods overlap, the first listed one counts. */
  public static <E extends RegistryRecord.Entry, T> Timeline<T> of(
      List<E> periods, Function<E, T> meaning) {
    if (periods.size() == 1) {
      E only = periods.get(0);
      return Timeline.of(only.days(), meaning.apply(only));
    }
    FirstWord<T> told = new FirstWord<>();
    for (E entry : periods) {
      told.say(entry.days(), meaning.apply(entry));
    }
    return told.timeline();
  }

  /** What records, listed the most believed first, say together. */
  static <R extends RegistryRecord, T> Timeline<T> ofAll(
      List<R> mostBelievedFirst, Function<R, Timeline<T>> telling) {
    List<Timeline<T>> told = new ArrayList<>(mostBelievedFirst.size());
    for (R each : mostBelievedFirst) {
      told.add(telling.apply(each));
    }
    return Timeline.firstOf(told);
  }
}
