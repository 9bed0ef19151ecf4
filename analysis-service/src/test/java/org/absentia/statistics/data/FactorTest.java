package org.absentia.statistics.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactorTest {
  private static Factor factor(Column column, String... order) {
    LevelOrder levels =
        new LevelOrder(order.length == 0 ? Map.of() : Map.of("c", List.of(order)), Map.of());
    Indexes all = Indexes.of(IntStream.range(0, column.size()).toArray());
    return Factor.of("c", column, levels, all);
  }

  @Test
  void numbers_come_by_value_also_those_that_the_order_does_not_name() {
    Column column = new Column.Numbers(10, 9, 100, -0.0, 0, Double.NaN, 9);
    assertThat(factor(column).levels()).containsExactly("0", "9", "10", "100");
    assertThat(factor(column).codes()).isEqualTo(Indexes.of(2, 1, 3, 0, 0, -1, 1));
    assertThat(factor(column, "100").levels()).containsExactly("100", "0", "9", "10");
  }

  @Test
  void a_level_that_the_order_names_twice_is_one_level() {
    Column column = new Column.Texts(Arrays.asList("b", null, "a"));
    assertThat(factor(column, "b", "b", "nobody").levels()).containsExactly("b", "a");
  }

  @Test
  void texts_come_by_code_point() {
    Column column = new Column.Texts(List.of("\uD83D\uDE00", "\uFFFD", "", "a"));
    assertThat(factor(column).levels()).containsExactly("", "a", "\uFFFD", "\uD83D\uDE00");
  }

  @Test
  void many_numbers_keep_their_places() {
    double[] values = IntStream.range(0, 100_000).mapToDouble(i -> i % 50_000 * 0.5).toArray();
    Factor factor = factor(new Column.Numbers(values));
    assertThat(factor.levels()).hasSize(50_000);
    assertThat(factor.codes().at(99_999)).isEqualTo(49_999);
    assertThat(factor.rowsByLevel().get(7)).isEqualTo(Indexes.of(7, 50_007));
  }
}
