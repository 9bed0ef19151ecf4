package org.absentia.statistics.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
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
    int[] codes = new int[rows.size()];
    List<String> found =
        switch (column) {
          case Column.Numbers numbers -> numbers(numbers, rows, codes);
          case Column.Texts texts -> texts(texts, rows, codes);
        };
    List<String> levels =
        column instanceof Column.Numbers
            ? order.ofNumbers(name, found)
            : order.ofTexts(name, found);
    Map<String, Integer> places = new HashMap<>();
    for (String level : levels) {
      places.put(level, places.size());
    }
    int[] placeOf =
        found.stream().mapToInt(level -> Objects.requireNonNull(places.get(level))).toArray();
    for (int i = 0; i < codes.length; i++) {
      codes[i] = codes[i] < 0 ? -1 : placeOf[codes[i]];
    }
    return new Factor(name, levels, order.base(name, levels), Indexes.of(codes));
  }

  /** Lists the levels as they are met, and puts the place of each row's level into the codes. */
  private static List<String> numbers(Column.Numbers column, Indexes rows, int[] codes) {
    DistinctNumbers met = new DistinctNumbers();
    for (int i = 0; i < codes.length; i++) {
      int row = rows.at(i);
      codes[i] = column.isMissing(row) ? -1 : met.placeOf(column.at(row));
    }
    return IntStream.range(0, met.size())
        .mapToObj(place -> LevelOrder.level(met.at(place)))
        .toList();
  }

  private static List<String> texts(Column.Texts column, Indexes rows, int[] codes) {
    Map<String, Integer> places = new HashMap<>();
    List<String> met = new ArrayList<>();
    for (int i = 0; i < codes.length; i++) {
      String text = column.at(rows.at(i));
      @Nullable Integer place = text == null ? Integer.valueOf(-1) : places.get(text);
      if (place == null) {
        place = met.size();
        places.put(text, place);
        met.add(text);
      }
      codes[i] = place;
    }
    return met;
  }

  /** The rows of each level, in order of levels. */
  public List<Indexes> rowsByLevel() {
    int[] sizes = new int[levels.size()];
    for (int code : codes.array()) {
      if (code >= 0) {
        sizes[code]++;
      }
    }
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, level -> new int[sizes[level]]);
    for (int row = codes.size() - 1; row >= 0; row--) {
      int code = codes.at(row);
      if (code >= 0) {
        rows[code][--sizes[code]] = row;
      }
    }
    return Arrays.stream(rows).map(Indexes::of).toList();
  }

  @Override
  public String toString() {
    return "Factor[" + name + " " + levels + "]";
  }
}
