package org.absentia.randomisation.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * When a participant answers which instruments.
 *
 * @param after how long after the anchor; a month that is too short ends on its last day
 */
public record Timepoint(
    String name,
    Anchor anchor,
    Period after,
    int opensDaysBefore,
    int closesDaysAfter,
    List<String> instruments) {
  /** The name of the timepoint whose answers are given at enrolment and decide the stratum. */
  public static final String BASELINE = "BASELINE";

  /** The day from which a timepoint counts. */
  public enum Anchor {
    INCLUSION,
    PROGRAMME_START,
    PROGRAMME_END;

    /** Tells whether the day depends on the arm, so that only who delivers it may know it. */
    public boolean tellsArm() {
      return this != INCLUSION;
    }
  }

  public Timepoint {
    instruments = List.copyOf(instruments);
  }

  public boolean isBaseline() {
    return name.equals(BASELINE);
  }

  public Window window(LocalDate anchorDay) {
    LocalDate dueOn = anchorDay.plus(after);
    return new Window(dueOn.minusDays(opensDaysBefore), dueOn, dueOn.plusDays(closesDaysAfter));
  }
}
