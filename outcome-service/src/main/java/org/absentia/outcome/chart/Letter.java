package org.absentia.outcome.chart;

import java.util.Arrays;
import java.util.List;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;

/**
 * A letter that stands for a day.
 *
 * @param sign the letter, or the range of digits it is one of
 * @param meaning for the legend
 */
record Letter(String sign, String meaning) {
  private static final Letter TENTHS = new Letter("0-9", "tenths rounded down");

  private static final Letter WHOLE = new Letter("X", "whole");
  static final Letter NOTHING = new Letter(".", "nothing");
  static final Letter AT_WORK = new Letter(".", "nothing lost");
  static final Letter NO_WORKDAY = new Letter("-", "no workday");

  /** The letters of what a day counted. */
  static final List<Letter> COUNTED =
      List.of(
          AT_WORK,
          new Letter(TENTHS.sign(), "tenths of a workday lost"),
          new Letter(WHOLE.sign(), "a whole workday"),
          NO_WORKDAY);

  /** The letters of shares, and of degrees. */
  static final List<Letter> SHARES = List.of(TENTHS, WHOLE);

  static final List<Letter> CERTIFIED =
      Arrays.stream(SickLeaveCertificate.Kind.values()).map(Letter::of).toList();

  static final List<Letter> SETTLED = Arrays.stream(SickPay.Kind.values()).map(Letter::of).toList();

  private static Letter of(SickLeaveCertificate.Kind kind) {
    return switch (kind) {
      case FULL -> new Letter("F", "full");
      case GRADED -> new Letter("2-9", "graded in tenths");
      case TREATMENT_DAYS -> new Letter("T", "treatment days");
      case TRAVEL_SUBSIDY -> new Letter("t", "travel subsidy");
      case AWAITING -> new Letter("a", "awaiting");
    };
  }

  private static Letter of(SickPay.Kind kind) {
    return switch (kind) {
      case PAID -> new Letter("P", "paid");
      case EMPLOYER_PERIOD -> new Letter("E", "employer period");
      case WORKED -> new Letter("W", "worked");
      case VACATION -> new Letter("V", "vacation");
      case LEAVE -> new Letter("L", "leave");
      case REJECTED -> new Letter("R", "rejected");
      case UNKNOWN -> new Letter("U", "unknown");
    };
  }

  static Letter of(Mark.Kind kind) {
    return switch (kind) {
      case INDEX_DATE -> new Letter("I", "index date");
      case FOLLOW_UP_MONTH -> new Letter("m", "month of follow-up begins");
      case WINDOW_END -> new Letter("E", "window ends");
      case RETURN_TO_WORK -> new Letter("R", "back at work");
      case CENSORED -> new Letter("C", "not back at work");
    };
  }

  /** The letter of a day on which a record says this. */
  static char of(Statement said) {
    return switch (said.entry()) {
      case SickLeaveCertificate.Entry certified ->
          certified.kind() == SickLeaveCertificate.Kind.GRADED
              ? tenths(certified.amount(), PerMyriad.ONE)
              : of(certified.kind()).letter();
      case SickPay.Entry settled -> of(settled.kind()).letter();
      case WorkAssessmentAllowance.Entry allowance -> tenths(said.grade(), PerMyriad.ONE);
      case DisabilityPension.Entry pension -> tenths(said.grade(), PerMyriad.ONE);
      case Employment.Entry employment -> tenths(said.grade(), PerMyriad.ONE);
    };
  }

  /** The letter of a share: its whole tenths. */
  static char tenths(long numerator, long denominator) {
    return numerator >= denominator ? WHOLE.letter() : (char) ('0' + 10 * numerator / denominator);
  }

  char letter() {
    return sign.charAt(0);
  }

  @Override
  public String toString() {
    return sign + " " + meaning;
  }
}
