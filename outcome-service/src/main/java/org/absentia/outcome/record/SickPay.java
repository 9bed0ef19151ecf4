package org.absentia.outcome.record;

import java.util.List;
import java.util.Optional;
import org.absentia.outcome.timeline.Period;

/**
 * Days of sick pay as NAV or the employer settled them.
 *
 * @param employer whose employment was paid for; absent when it does not say
 */
public record SickPay(RecordVersion version, Optional<String> employer, List<Entry> periods)
    implements RegistryRecord {
  public SickPay {
    periods = List.copyOf(periods);
  }

  /** Kinds of settled days. */
  public enum Kind {
    PAID,
    EMPLOYER_PERIOD,
    WORKED,
    VACATION,
    LEAVE,
    REJECTED,
    UNKNOWN
  }

  /**
   * Settled days.
   *
   * @param grade absence in 10^-4 of PAID and EMPLOYER_PERIOD, otherwise 0
   */
  public record Entry(Period days, Kind kind, int grade) implements RegistryRecord.Entry {
    public Entry {
      PerMyriad.checked(grade);
      if (grade > 0 && !hasGrade(kind)) {
        throw new IllegalArgumentException(kind + " has no grade");
      }
    }

    /** Tells whether days of a kind carry a grade. */
    public static boolean hasGrade(Kind kind) {
      return switch (kind) {
        case PAID, EMPLOYER_PERIOD -> true;
        case WORKED, VACATION, LEAVE, REJECTED, UNKNOWN -> false;
      };
    }

    /** Tells whether the payment says nothing about absence, so that the certificate decides. */
    public boolean isSilent() {
      return kind == Kind.REJECTED || kind == Kind.UNKNOWN;
    }

    /** Tells whether the person was off for another reason inside the spell. */
    public boolean isTimeOff() {
      return kind == Kind.VACATION || kind == Kind.LEAVE;
    }
  }
}
