package org.absentia.outcome.timeline;

/** A value and the days on which it holds. */
public record Segment<T>(Period period, T value) {
  /** The same value on the days that also belong to {@code window}; there must be some. */
  Segment<T> within(Period window) {
    return new Segment<>(period.shared(window), value);
  }

  /**
   * Tells whether the next segment of a timeline says the same from the following day on.
   *
   * @throws IllegalArgumentException when it begins before this one has ended
   */
  boolean isContinuedBy(Segment<T> next) {
    if (next.period.from() <= period.to()) {
      throw new IllegalArgumentException("segments of a timeline do not overlap");
    }
    return next.period.from() == period.to() + 1 && value.equals(next.value);
  }

  Segment<T> extendedTo(int to) {
    return new Segment<>(new Period(period.from(), to), value);
  }
}
