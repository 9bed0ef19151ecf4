package org.absentia.outcome.timeline;

import java.util.function.Function;

/** The text form of a timeline: one letter a day, a point where nothing holds, weeks apart. */
public final class Letters {
  private Letters() {}

  /** Writes the days of a window, Monday to Sunday, weeks separated by a blank. */
  public static <T> String of(Timeline<T> timeline, Period window, Function<T, Character> letter) {
    Timeline<Character> letters = timeline.map(letter);
    StringBuilder text = new StringBuilder();
    for (int day = window.from(); day <= window.to(); day++) {
      if (day > window.from() && Period.date(day).getDayOfWeek().getValue() == 1) {
        text.append(' ');
      }
      text.append(letters.at(day, '.').charValue());
    }
    return text.toString();
  }
}
