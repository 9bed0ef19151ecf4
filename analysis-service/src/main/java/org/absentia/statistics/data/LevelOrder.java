package org.absentia.statistics.data;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the levels of categorical columns come, and which is the base.
 *
 * @param levels by column; a column that is not named is sorted, numbers by value
 * @param reference the base by column; without one the first level is the base
 */
public record LevelOrder(Map<String, List<String>> levels, Map<String, String> reference) {
  /** Nothing is named: levels sorted, the first one the base. */
  public static final LevelOrder SORTED = new LevelOrder(Map.of(), Map.of());

  public LevelOrder {
    levels = Map.copyOf(levels);
    reference = Map.copyOf(reference);
  }

  /** The level of a number in its shortest form: 1, 0.5. */
  public static String level(double number) {
    return BigDecimal.valueOf(number + 0.0).stripTrailingZeros().toPlainString();
  }

  /** The levels found in a column of texts, in order. */
  List<String> ofTexts(String column, Collection<String> found) {
    return ordered(column, found, LevelOrder::compareCodePoints);
  }

  /** The levels found in a column of numbers, in order. */
  List<String> ofNumbers(String column, Collection<String> found) {
    Map<String, BigDecimal> values = new HashMap<>();
    found.forEach(level -> values.put(level, new BigDecimal(level)));
    return ordered(
        column, found, Comparator.comparing(level -> values.getOrDefault(level, BigDecimal.ZERO)));
  }

  /** Named levels that occur first, each once, then, sorted, whatever else occurs. */
  private List<String> ordered(
      String column, Collection<String> found, Comparator<String> comparator) {
    Set<String> all = new LinkedHashSet<>(levels.getOrDefault(column, List.of()));
    if (!all.isEmpty()) {
      all.retainAll(new HashSet<>(found));
    }
    found.stream().sorted(comparator).forEach(all::add);
    return List.copyOf(all);
  }

  /** By code point: Java's own order has U+10000 and above before U+E000. */
  private static int compareCodePoints(String one, String other) {
    int i = 0;
    int shorter = Math.min(one.length(), other.length());
    while (i < shorter && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    if (i == shorter) {
      return Integer.compare(one.length(), other.length());
    }
    char a = one.charAt(i);
    char b = other.charAt(i);
    return Character.isSurrogate(a) == Character.isSurrogate(b)
        ? Character.compare(a, b)
        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
  }

  /** The place of the base among levels that occur. */
  int base(String column, List<String> occurring) {
    String named = reference.get(column);
    return named == null ? 0 : Math.max(0, occurring.indexOf(named));
  }
}
