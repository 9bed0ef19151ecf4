package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.List;

/** What a questionnaire amounts to. */
public sealed interface Score {
  /** Returns the lowest value that the score can have, given what was answered. */
  BigDecimal lowest();

  /** Returns the highest value that the score can have, given what was answered. */
  BigDecimal highest();

  /** Enough was answered. */
  record Determined(BigDecimal value) implements Score {
    @Override
    public BigDecimal lowest() {
      return value;
    }

    @Override
    public BigDecimal highest() {
      return value;
    }
  }

  /**
   * Items are missing, numbered from 0; the score lies between the bounds, that is all one knows.
   */
  record Undetermined(BigDecimal lowest, BigDecimal highest, List<Integer> missingItems)
      implements Score {
    public Undetermined {
      missingItems = List.copyOf(missingItems);
    }
  }
}
