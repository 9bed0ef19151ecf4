package org.absentia.randomisation.protocol;

import java.time.LocalDate;
import java.util.List;

/**
 * When the trial includes participants.
 *
 * @param pilot how many of the first allocated participants form the internal pilot
 */
public record Recruitment(LocalDate from, LocalDate to, List<Halt> halts, int pilot) {
  /** A pause of recruitment; both days belong to it. */
  public record Halt(LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  public Recruitment {
    halts = List.copyOf(halts);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** Tells whether recruitment was over before this day. */
  public boolean endedBefore(LocalDate day) {
    return to.isBefore(day);
  }

  public boolean halted(LocalDate day) {
    return halts.stream().anyMatch(halt -> halt.covers(day));
  }
}
