package org.absentia.statistics.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A categorical variable: levels in order, and for each row the place of its level. Only levels
 * that some row has are there.
 *
 * @param base the place of the level against which the others are compared
 * @param codes the place of each row's level; -1 where it is missing
 */
public record Factor(String name, List<String> levels, int base, Indexes codes) {
  public Factor {
    levels = List.copyOf(levels);
  }

  /** The categories of a column in the given rows. */
  public static Factor of(String name, Column column, LevelOrder order, Indexes rows) {
    @Nullable String[] texts = new String[rows.size()];
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      texts[i] = text(column, rows.at(i));
      if (texts[i] != null) {
        found.add(texts[i]);
      }
    }
    List<String> levels =
        switch (column) {
          case Column.Numbers numbers -> order.ofNumbers(name, found);
          case Column.Texts letters -> order.ofTexts(name, found);
        };
    Map<String, Integer> places = new HashMap<>();
    for (String level : levels) {
      places.put(level, places.size());
    }
    int[] codes =
        Arrays.stream(texts)
            .mapToInt(text -> text == null ? -1 : places.getOrDefault(text, -1))
            .toArray();
    return new Factor(name, levels, order.base(name, levels), Indexes.of(codes));
  }

  private static @Nullable String text(Column column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    return switch (column) {
      case Column.Numbers numbers -> LevelOrder.level(numbers.at(row));
      case Column.Texts texts -> texts.at(row);
    };
  }

  /** The rows of each level, in order of levels. */
  public List<Indexes> rowsByLevel() {
    List<List<Integer>> rows = new ArrayList<>();
    levels.forEach(level -> rows.add(new ArrayList<>()));
    for (int row = 0; row < codes.size(); row++) {
      if (codes.at(row) >= 0) {
        rows.get(codes.at(row)).add(row);
      }
    }
    return rows.stream()
        .map(r -> Indexes.of(r.stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  @Override
  public String toString() {
    return "Factor[" + name + " " + levels + "]";
  }
}
