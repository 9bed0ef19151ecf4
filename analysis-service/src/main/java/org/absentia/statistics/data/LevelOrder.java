package org.absentia.statistics.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * In which order the levels of categorical columns come, and which is the base.
 *
 * @param levels by column; a column that is not named is sorted, numbers by value
 * @param reference the base by column; without one the first level is the base
 */
public record LevelOrder(Map<String, List<String>> levels, Map<String, String> reference) {
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
    return named(column, found).orElseGet(() -> List.copyOf(new TreeSet<>(found)));
  }

  /** The levels found in a column of numbers, in order. */
  List<String> ofNumbers(String column, Collection<String> found) {
    return named(column, found)
        .orElseGet(() -> found.stream().sorted(Comparator.comparing(BigDecimal::new)).toList());
  }

  /** Named levels that occur first, then, sorted, whatever else occurs. */
  private Optional<List<String>> named(String column, Collection<String> found) {
    return Optional.ofNullable(levels.get(column))
        .map(
            order -> {
              List<String> all = new ArrayList<>(order);
              all.retainAll(found);
              found.stream().sorted().filter(level -> !all.contains(level)).forEach(all::add);
              return List.copyOf(all);
            });
  }

  /** The place of the base among levels that occur. */
  int base(String column, List<String> occurring) {
    String named = reference.get(column);
    return named == null ? 0 : Math.max(0, occurring.indexOf(named));
  }
}
