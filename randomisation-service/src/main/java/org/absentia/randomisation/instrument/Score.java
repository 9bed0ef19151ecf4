package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.List;

/** What a questionnaire amounts to. */
public sealed interface Score {
  /** Why a score is undetermined. */
  enum Reason {
    MISSING_ITEMS,
    WEIGHTS_MISSING
  }

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
   * Items are missing, numbered from 0, or the table of weights is; the score lies between the
   * bounds, that is all one knows.
   */
  record Undetermined(
      BigDecimal lowest, BigDecimal highest, List<Integer> missingItems, Reason reason)
      implements Score {
    public Undetermined {
      missingItems = List.copyOf(missingItems);
    }

    public Undetermined(BigDecimal lowest, BigDecimal highest, List<Integer> missingItems) {
      this(lowest, highest, missingItems, Reason.MISSING_ITEMS);
    }
  }
}
