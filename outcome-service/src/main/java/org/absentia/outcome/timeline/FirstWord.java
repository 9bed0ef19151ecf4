package org.absentia.outcome.timeline;

import java.util.ArrayList;

/**
 * Builds a timeline from what is said one after the other: what was said first of a day stays, the
 * next counts only where nothing was said.
 */
public final class FirstWord<T> {
  private final ArrayList<Segment<T>> said = new ArrayList<>(16);

  /** Says a value of those days of which nothing was said before. */
  public void say(Period days, T value) {
    int from = days.from();
    int place = Timeline.placeOf(said, from);
    while (place < said.size() && said.get(place).period().from() <= days.to()) {
      Period taken = said.get(place).period();
      if (from < taken.from()) {
        said.add(place++, new Segment<>(Period.until(from, taken.from()), value));
      }
      from = taken.to() + 1;
      place++;
    }
    if (from == days.from()) {
      said.add(place, new Segment<>(days, value));
    } else if (from <= days.to()) {
      said.add(place, new Segment<>(new Period(from, days.to()), value));
    }
  }

  /** Says all that a timeline says, where nothing was said before. */
  public void say(Timeline<T> next) {
    for (Segment<T> segment : next.segments()) {
      say(segment.period(), segment.value());
    }
  }

  /** All that was said; ends the building. */
  public Timeline<T> timeline() {
    return Timeline.joined(said);
  }
}
