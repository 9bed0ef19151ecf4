package org.absentia.statistics.survival;

import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Vector;

/**
 * How long each of n people was followed, and whether the event ended it.
 *
 * @param times not negative
 * @param events 1 for an event, 0 for a censoring
 */
public record CensoredTimes(Vector times, Vector events) {
  /**
   * Checks the times.
   *
   * @throws InputFault for a negative time, and an event that is neither 0 nor 1
   */
  public CensoredTimes {
    if (times.size() != events.size()) {
      throw new IllegalArgumentException("an event for each time");
    }
    for (int row = 0; row < times.size(); row++) {
      if (!(times.at(row) >= 0)) {
        throw new InputFault("/time", "must not be negative, as " + times.at(row) + " is");
      }
      if (events.at(row) != 0 && events.at(row) != 1) {
        throw new InputFault("/event", "must be 0 or 1, not " + events.at(row));
      }
    }
  }

  /** How many people. */
  public int n() {
    return times.size();
  }

  boolean isEvent(int row) {
    return events.at(row) == 1;
  }
}
