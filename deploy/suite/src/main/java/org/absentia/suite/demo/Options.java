package org.absentia.suite.demo;

import java.util.Iterator;
import java.util.List;
import org.absentia.suite.world.Scale;

/**
 * What the person asked of the demo.
 *
 * @param exit whether everything is stopped at the end
 */
record Options(String trial, long seed, Scale scale, boolean exit) {
  private static final long DEFAULT_SEED = 2019;

  /** Read the words after the command. */
  static Options of(List<String> words) {
    String trial = "mi-nav";
    long seed = DEFAULT_SEED;
    Scale scale = Scale.FULL;
    boolean exit = false;
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--seed" -> seed = number(word, value(word, rest));
        case "--scale" -> scale = Scale.named(value(word, rest));
        case "--exit" -> exit = true;
        case "mi-nav" -> trial = word;
        default -> throw new IllegalArgumentException("demo does not know '" + word + "'");
      }
    }
    return new Options(trial, seed, scale, exit);
  }

  static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  static long number(String option, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          option + " needs a number, not '" + text + "'", notANumber);
    }
  }
}
