package org.absentia.ingest.record;

import java.math.BigDecimal;
import java.util.Optional;

/** A stretch of days in a record, with what the record says about it. */
public sealed interface Period {
  Interval during();

  /** Days of a certificate. */
  record Certified(Interval during, Activity activity) implements Period {}

  /** Days of sick pay; the grade is there for the kinds that carry one. */
  record Pay(Interval during, PayKind kind, Optional<BigDecimal> grade) implements Period {
    public Pay {
      if (kind.graded() != grade.isPresent()) {
        throw new IllegalArgumentException("a grade belongs to PAID and EMPLOYER_PERIOD alone");
      }
      grade = grade.map(value -> Percentages.checked(value, 0, 100));
    }
  }

  /** Days on work assessment allowance, with the share of full hours worked. */
  record Allowance(Interval during, BigDecimal workedPercentage) implements Period {
    public Allowance {
      workedPercentage = Percentages.checked(workedPercentage, 0, 100);
    }
  }

  /** Days on disability pension of a grade. */
  record Pension(Interval during, BigDecimal grade) implements Period {
    public Pension {
      grade = Percentages.checked(grade, 0, 100);
    }
  }

  /** Days of an employment, with the share of a full position. */
  record Position(Interval during, BigDecimal positionPercentage) implements Period {
    public Position {
      positionPercentage = Percentages.checked(positionPercentage, 0, 100);
    }
  }
}
