package org.absentia.bench;

import java.util.Locale;

/** Writes numbers as a reader wants them. */
public final class Figures {
  private Figures() {}

  /** Whole numbers from a hundred on, otherwise two decimals. */
  public static String of(double number) {
    String form = Math.abs(number) >= 100 ? "%,.0f" : "%.2f";
    return String.format(Locale.ROOT, form, number).replace(',', ' ');
  }
}
