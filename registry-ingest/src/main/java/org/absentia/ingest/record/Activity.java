package org.absentia.ingest.record;

import java.math.BigDecimal;

/** What a certificate says a person can do in one of its periods. */
public sealed interface Activity {
  /** Wholly absent. */
  record Full() implements Activity {}

  /** Absent for {@code grade} per cent, 20 to 99. */
  record Graded(BigDecimal grade) implements Activity {
    public Graded {
      grade = Percentages.checked(grade, LOWEST_GRADE, HIGHEST_GRADE);
    }
  }

  /** Absent on {@code perWeek} days of treatment a week, 1 to 5. */
  record TreatmentDays(int perWeek) implements Activity {
    public TreatmentDays {
      if (perWeek < 1 || perWeek > 5) {
        throw new IllegalArgumentException("treatment days must be 1 to 5 a week");
      }
    }
  }

  /** At work, with travel paid instead of absence. */
  record TravelSubsidy() implements Activity {}

  /** At work while the workplace adapts. */
  record Awaiting() implements Activity {}

  int LOWEST_GRADE = 20;
  int HIGHEST_GRADE = 99;

  /** Per cent absent on a working day. */
  default BigDecimal grade() {
    return switch (this) {
      case Full full -> BigDecimal.valueOf(100);
      case Graded graded -> graded.grade;
      case TreatmentDays days -> BigDecimal.valueOf(20L * days.perWeek);
      case TravelSubsidy subsidy -> BigDecimal.ZERO;
      case Awaiting awaiting -> BigDecimal.ZERO;
    };
  }
}
