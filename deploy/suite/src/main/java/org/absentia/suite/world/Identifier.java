package org.absentia.suite.world;

import java.time.LocalDate;

/**
 * Makes person identifiers that look right and can belong to nobody: eleven digits with valid check
 * digits whose month carries the mark +80 of Skatteetaten's synthetic population.
 */
final class Identifier {
  private static final int SYNTHETIC_MONTH = 80;
  private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
  private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  private static final int[] ORGANISATION = {3, 2, 7, 6, 5, 4, 3, 2};

  private Identifier() {}

  /** Make a person's identifier; the ninth digit is even for a woman. */
  static String person(LocalDate birthDate, Sex sex, Draws draws) {
    int lowest = birthDate.getYear() < 2000 ? 0 : 500;
    while (true) {
      int serial = lowest + 2 * draws.between(0, 249) + (sex == Sex.FEMALE ? 0 : 1);
      String nine =
          "%02d%02d%02d%03d"
              .formatted(
                  birthDate.getDayOfMonth(),
                  birthDate.getMonthValue() + SYNTHETIC_MONTH,
                  birthDate.getYear() % 100,
                  serial);
      int first = checkDigit(nine, FIRST);
      int second = first == 10 ? 10 : checkDigit(nine + first, SECOND);
      if (second < 10) {
        return nine + first + second;
      }
    }
  }

  /** Make an employer's number out of the range that only synthetic organisations have. */
  static String employer(Draws draws) {
    while (true) {
      String eight = "31%06d".formatted(draws.between(0, 999_999));
      int check = checkDigit(eight, ORGANISATION);
      if (check < 10) {
        return eight + check;
      }
    }
  }

  private static int checkDigit(String digits, int[] weights) {
    int sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * (digits.charAt(k) - '0');
    }
    return (11 - sum % 11) % 11;
  }
}
