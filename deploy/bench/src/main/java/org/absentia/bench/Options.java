package org.absentia.bench;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of a benchmark, {@code --persons 20000 --seed 7}: whole numbers by name. */
public record Options(Map<String, Long> values) {
  public Options {
    values = Map.copyOf(values);
  }

  /**
   * Reads the words after the benchmark's name.
   *
   * @throws IllegalArgumentException when one is not known or has no number
   */
  public static Options of(List<String> words, Set<String> known) {
    Map<String, Long> values = new HashMap<>();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (!known.contains(word) || !rest.hasNext()) {
        throw new IllegalArgumentException("not understood: " + word);
      }
      values.put(word, number(word, rest.next()));
    }
    return new Options(values);
  }

  private static long number(String word, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException(word + " takes a whole number, not " + text, notOne);
    }
  }

  public long number(String word, long otherwise) {
    return values.getOrDefault(word, otherwise);
  }

  /** A number of things, at least one. */
  public int count(String word, int otherwise) {
    long count = number(word, otherwise);
    if (count < 1 || count > 10_000_000) {
      throw new IllegalArgumentException(word + " lies between 1 and 10000000");
    }
    return (int) count;
  }
}
