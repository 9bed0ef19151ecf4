package org.absentia.suite.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A job with its history of positions, oldest first and without gaps; the last position runs until
 * the job's end.
 */
public record Job(
    long number,
    String employer,
    Kind kind,
    String occupation,
    LocalDate start,
    Optional<LocalDate> end,
    List<Position> positions) {

  /** Only ordinary jobs count as employment. */
  public enum Kind {
    ORDINARY,
    FREELANCE
  }

  /** The position percentage from a month's first day on, until the next one starts. */
  public record Position(LocalDate from, int percentage) {}

  public Job {
    positions = List.copyOf(positions);
    if (positions.isEmpty() || positions.getFirst().from().isAfter(start)) {
      throw new IllegalArgumentException("a job has a position from its start");
    }
  }

  boolean lastsOn(LocalDate day) {
    return !day.isBefore(start) && end.map(last -> !day.isAfter(last)).orElse(true);
  }

  int percentageOn(LocalDate day) {
    if (!lastsOn(day) || kind != Kind.ORDINARY) {
      return 0;
    }
    return positions.stream()
        .filter(position -> !position.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .map(Position::percentage)
        .orElse(0);
  }
}
