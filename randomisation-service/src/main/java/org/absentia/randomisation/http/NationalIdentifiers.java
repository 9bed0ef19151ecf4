package org.absentia.randomisation.http;

import java.util.regex.Pattern;

/** Finds national identifiers in texts that must not hold any. */
final class NationalIdentifiers {
  /** Eleven digits, also as six and five, that no letter or digit touches. */
  private static final Pattern ELEVEN_DIGITS =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\d{6} ?\\d{5}(?![\\p{L}\\p{N}])");

  private NationalIdentifiers() {}

  static boolean in(String text) {
    return ELEVEN_DIGITS.matcher(text).find();
  }
}
