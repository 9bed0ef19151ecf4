package org.absentia.outcome.timeline;

/** A value and the days on which it holds. */
public record Segment<T>(Period period, T value) {
  /** The same value on the days that also belong to {@code window}; there must be some. */
  Segment<T> within(Period window) {
    return new Segment<>(period.shared(window), value);
  }
}
