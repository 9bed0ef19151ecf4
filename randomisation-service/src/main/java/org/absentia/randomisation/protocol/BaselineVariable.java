package org.absentia.randomisation.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A row of the protocol's baseline table: where its value comes from and what it may be. */
public record BaselineVariable(String name, Form form, Source source) {
  public enum Kind {
    NUMBER,
    CATEGORY
  }

  public enum Summary {
    MEDIAN_IQR,
    MEAN_SD,
    PERCENT,
    PERCENT_AT_LEAST,
    BANDS
  }

  /** What values are legal. */
  public sealed interface Form {}

  /** A number inside bounds, both included. */
  public record NumberForm(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum)
      implements Form {
    boolean admits(BigDecimal value) {
      return minimum.filter(bound -> value.compareTo(bound) < 0).isEmpty()
          && maximum.filter(bound -> value.compareTo(bound) > 0).isEmpty();
    }
  }

  /** One of the levels. */
  public record CategoryForm(List<String> levels) implements Form {
    public CategoryForm {
      levels = List.copyOf(levels);
    }
  }

  /** Where the value comes from. */
  public sealed interface Source {}

  /** The recruiter sends it with the answers. */
  public record FromAnswer() implements Source {}

  /** It is the score of an instrument. */
  public record FromInstrument(String instrument) implements Source {}

  /** It says, yes or no, whether the participant is in this stratum. */
  public record FromStratum(String stratum) implements Source {}

  /** outcome-service derives it from the registers; it is none of this service's business. */
  public record FromOutcome() implements Source {}
}
