package org.absentia.outcome.record;

import java.util.List;
import java.util.Optional;
import org.absentia.outcome.timeline.Period;

/**
 * A doctor's certificate.
 *
 * @param employer whom it is for; absent when it does not say
 * @param diagnosis kept because it is part of the version's content; the derivation ignores it
 */
public record SickLeaveCertificate(
    RecordVersion version,
    Optional<String> employer,
    Optional<Diagnosis> diagnosis,
    List<Entry> periods)
    implements RegistryRecord {
  public SickLeaveCertificate {
    periods = List.copyOf(periods);
  }

  /** A diagnosis by its code system, such as ICPC2 L03. */
  public record Diagnosis(String system, String code) {}

  /** Kinds of certified days. */
  public enum Kind {
    FULL,
    GRADED,
    TREATMENT_DAYS,
    TRAVEL_SUBSIDY,
    AWAITING
  }

  /**
   * Certified days.
   *
   * @param amount the grade in 10^-4 of GRADED, the days a week of TREATMENT_DAYS, otherwise 0
   */
  public record Entry(Period days, Kind kind, int amount) implements RegistryRecord.Entry {
    public Entry {
      boolean legal =
          switch (kind) {
            case GRADED -> amount >= 2_000 && amount <= 9_900;
            case TREATMENT_DAYS -> amount >= 1 && amount <= 5;
            case FULL, TRAVEL_SUBSIDY, AWAITING -> amount == 0;
          };
      if (!legal) {
        throw new IllegalArgumentException("the amount does not fit " + kind);
      }
    }

    /** How much of each day's work is lost, in 10^-4; weekends are taken out by their weight. */
    public int absenceGrade() {
      return switch (kind) {
        case FULL -> PerMyriad.ONE;
        case GRADED -> amount;
        case TREATMENT_DAYS -> PerMyriad.ONE / 5 * amount;
        case TRAVEL_SUBSIDY, AWAITING -> 0;
      };
    }
  }
}
