package org.absentia.analysis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.absentia.statistics.data.Interval;

/**
 * How numbers are written in tables: one decimal for days, whole per cents, p-values with as many
 * digits as matter.
 */
final class Format {

  static final String UNDEFINED = "\u2013";
  private static final char MINUS = '\u2212';

  private Format() {}

  /** A number with one decimal. */
  static String oneDecimal(double value) {
    return fixed(value, 1);
  }

  /** A number with at most one decimal. */
  static String shortest(double value) {
    return Double.isNaN(value)
        ? UNDEFINED
        : signed(
            BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString());
  }

  /** A share in per cent, whole unless it is below one. */
  static String percent(double value) {
    return value > 0 && value < 1 ? fixed(value, 1) : fixed(value, 0);
  }

  static String pValue(double value) {
    if (Double.isNaN(value)) {
      return UNDEFINED;
    }
    if (value < 0.001) {
      return "<0.001";
    }
    return fixed(value, value < 0.0995 ? 3 : 2);
  }

  /** Two limits of a difference, which may be negative. */
  static String interval(Interval interval) {
    return interval.defined()
        ? oneDecimal(interval.lower()) + " to " + oneDecimal(interval.upper())
        : UNDEFINED;
  }

  /** Two limits of something that is never negative; a word joiner keeps them on one line. */
  static String range(double from, double to) {
    return Double.isNaN(from) || Double.isNaN(to)
        ? UNDEFINED
        : shortest(from) + "\u2013\u2060" + shortest(to);
  }

  static String count(int n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u202f');
  }

  /** Set comparison signs and ranges of a label as a printer would. */
  static String typeset(String label) {
    return label
        .replace(">=", "\u2265 ")
        .replace("<=", "\u2264 ")
        .replaceAll("\\bm2\\b", "m\u00b2")
        .replaceAll("(?<=\\d)-(?=\\d)", "\u2013")
        .replaceAll("([\u2265\u2264]) +", "$1\u00a0");
  }

  /** Turn a code such as {@code NOT_EMPLOYED} or {@code not-employed} into words. */
  static String words(String code) {
    String text = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return text.isEmpty() ? code : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String fixed(double value, int decimals) {
    return Double.isNaN(value)
        ? UNDEFINED
        : signed(
            BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static String signed(String number) {
    boolean zero = number.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
    return zero ? number.replace("-", "") : number.replace('-', MINUS);
  }
}
