package org.absentia.ingest.person;

import java.time.Month;
import java.util.Optional;

/**
 * Decides which texts are accepted as national identifiers. Strict asks for a date and for check
 * digits by the rule of 1964 or by that of 2032; lenient asks for eleven digits only, since NAV's
 * own samples carry impossible numbers. D-numbers (day + 40) and NAV's temporary numbers (month +
 * 20) count as identifiers; numbers marked as synthetic (month + 40, + 60, + 80) can be refused.
 */
public record IdentifierCheck(Mode mode, boolean syntheticAccepted) {
  private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2};
  private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  /** How closely identifiers are looked at. */
  public enum Mode {
    STRICT,
    LENIENT
  }

  /** The identifier in a text, or empty when it is none that is accepted. */
  public Optional<PersonIdentifier> read(String text) {
    String digits = text.strip();
    if (!digits.matches("[0-9]{11}")) {
      return Optional.empty();
    }
    boolean accepted =
        switch (mode) {
          case LENIENT -> true;
          case STRICT -> dated(digits) && checked(digits);
        };
    return accepted ? Optional.of(new PersonIdentifier(digits)) : Optional.empty();
  }

  /** What the check expects, for a fault. */
  public String expectation() {
    return switch (mode) {
      case LENIENT -> "must be eleven digits";
      case STRICT -> "must be a national identifier with valid date and check digits";
    };
  }

  private boolean dated(String digits) {
    int day = number(digits, 0) % 40;
    int marked = number(digits, 2);
    int mark = marked > 20 && marked % 20 >= 1 && marked % 20 <= 12 ? marked / 20 * 20 : 0;
    int month = marked - mark;
    if (day < 1 || number(digits, 0) > 71 || month < 1 || month > 12) {
      return false;
    }
    if (mark >= 40 && !syntheticAccepted) {
      return false;
    }
    boolean leap = number(digits, 4) % 4 == 0;
    return day <= Month.of(month).length(leap);
  }

  private static boolean checked(String digits) {
    int first = (weighted(digits, FIRST_WEIGHTS) + digits.charAt(9) - '0') % 11;
    int second = (weighted(digits, SECOND_WEIGHTS) + digits.charAt(10) - '0') % 11;
    // numbers issued from 2032 may leave 1, 2 or 3 in the first check
    return first <= 3 && second == 0;
  }

  private static int weighted(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    return sum;
  }

  private static int number(String digits, int at) {
    return Integer.parseInt(digits.substring(at, at + 2));
  }
}
