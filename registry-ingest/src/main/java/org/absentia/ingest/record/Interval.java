package org.absentia.ingest.record;

import java.time.LocalDate;
import java.util.Optional;

/** Calendar days from the first to the last, both included; without a last one it is open. */
public record Interval(LocalDate from, Optional<LocalDate> to) {
  /** Stands for days that could not be read, where a fault says so already. */
  public static final Interval UNREAD = openFrom(LocalDate.EPOCH);

  public Interval {
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  public static Interval of(LocalDate from, LocalDate to) {
    return new Interval(from, Optional.of(to));
  }

  public static Interval openFrom(LocalDate from) {
    return new Interval(from, Optional.empty());
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  public boolean overlaps(Interval other) {
    return covers(other.from) || other.covers(from);
  }
}
