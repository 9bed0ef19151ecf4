package org.absentia.statistics.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.junit.jupiter.api.Test;

class CumulativeMedianTest {

  private static Factor factor(double... values) {
    Indexes rows = Indexes.of(IntStream.range(0, values.length).toArray());
    return Factor.of("x", new Column.Numbers(values), LevelOrder.SORTED, rows);
  }

  @Test
  void sums_run_over_months_in_order_and_rows_of_one_month_are_taken_together() {
    // Given
    Factor person = factor(1, 1, 2, 2, 2);
    Factor group = factor(7, 7, 7, 7, 7);

    // When
    CumulativeMedian.Result found =
        CumulativeMedian.of(person, group, Vector.of(2, 1, 1, 2, 2), Vector.of(1, 2, 3, 4, 5));

    // Then
    assertThat(found.repeated()).isTrue();
    assertThat(found.curves())
        .containsExactly(
            new CumulativeMedian.Curve(
                "7",
                List.of(
                    new CumulativeMedian.Month(1, 2, 2.5, 2, 3),
                    new CumulativeMedian.Month(2, 2, 7.5, 3, 12))));
  }

  @Test
  void the_same_number_in_two_groups_is_two_persons() {
    // When
    CumulativeMedian.Result found =
        CumulativeMedian.of(factor(1, 1), factor(1, 2), Vector.of(1, 2), Vector.of(10, 20));

    // Then
    assertThat(found.curves().getLast().months())
        .containsExactly(new CumulativeMedian.Month(2, 1, 20, 20, 20));
  }
}
