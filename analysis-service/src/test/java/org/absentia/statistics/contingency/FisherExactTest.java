package org.absentia.statistics.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.absentia.statistics.data.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FisherExactTest {

  private static CrossTable table(List<double[]> rows) {
    return new CrossTable(
        names(rows.size()), names(rows.getFirst().length), rows.stream().map(Vector::of).toList());
  }

  private static List<String> names(int n) {
    return IntStream.range(0, n).mapToObj(Integer::toString).toList();
  }

  private static List<double[]> random(Random random, int rows, int columns, int n) {
    List<double[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      cells.add(new double[columns]);
    }
    for (int i = 0; i < n; i++) {
      cells.get(random.nextInt(rows))[random.nextInt(columns)]++;
    }
    for (int k = 0; k < Math.max(rows, columns); k++) { // no level may be empty
      cells.get(k % rows)[k % columns]++;
    }
    return cells;
  }

  private static List<double[]> turned(List<double[]> rows) {
    return IntStream.range(0, rows.getFirst().length)
        .mapToObj(j -> rows.stream().mapToDouble(row -> row[j]).toArray())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> p_values_agree_with_r() throws IOException {
    String text;
    try (InputStream in = getClass().getResourceAsStream("/statistics/contingency/fisher.txt")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    return text.lines()
        .map(line -> line.trim().split(" "))
        .map(words -> DynamicTest.dynamicTest(words[0], () -> checkAgainstR(words)));
  }

  private static void checkAgainstR(String... words) {
    // Given
    int rows = Integer.parseInt(words[1]);
    int columns = Integer.parseInt(words[2]);
    List<double[]> byColumn = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      int from = 3 + j * rows;
      byColumn.add(
          Arrays.stream(words, from, from + rows).mapToDouble(Double::parseDouble).toArray());
    }
    double expected = Double.parseDouble(words[3 + rows * columns]);

    // When
    double found = FisherExact.DEFAULT.test(table(turned(byColumn))).pValue();

    // Then
    assertThat(found).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void the_p_value_is_what_listing_all_tables_gives() {
    Random random = new Random(1);
    for (int run = 0; run < 60; run++) {
      // Given
      List<double[]> cells = random(random, 2 + run % 3, 2 + run % 2, 5 + random.nextInt(12));

      // When
      double found = FisherExact.DEFAULT.test(table(cells)).pValue();

      // Then
      assertThat(found).isCloseTo(new Listing(cells).pValue(), within(1e-11));
    }
  }

  /** Fills cell by cell, row by row, in every way that the totals allow. */
  private static final class Listing {
    private final CrossTable table;
    private final double[] columns;
    private final double limit;
    private double all;
    private double unlikely;

    Listing(List<double[]> cells) {
      table = table(cells);
      columns = table.columnTotals();
      double observed = 1;
      for (double[] row : cells) {
        for (double x : row) {
          observed /= factorial(x);
        }
      }
      limit = observed * (1 + 1e-7);
    }

    double pValue() {
      fill(0, 0, table.rowTotals()[0], 1);
      return unlikely / all;
    }

    private void fill(int i, int j, double rest, double weight) {
      if (i == table.rows()) {
        all += weight;
        unlikely += weight <= limit ? weight : 0;
      } else if (j == table.columns()) {
        if (rest == 0) {
          fill(i + 1, 0, i + 1 < table.rows() ? table.rowTotals()[i + 1] : 0, weight);
        }
      } else {
        boolean lastRow = i == table.rows() - 1;
        for (double x = lastRow ? columns[j] : 0; x <= Math.min(rest, columns[j]); x++) {
          columns[j] -= x;
          fill(i, j + 1, rest - x, weight / factorial(x));
          columns[j] += x;
        }
      }
    }

    private static double factorial(double x) {
      return x < 2 ? 1 : x * factorial(x - 1);
    }
  }

  @Test
  void the_order_of_levels_and_which_variable_comes_first_change_nothing() {
    Random random = new Random(2);
    for (int run = 0; run < 20; run++) {
      // Given
      List<double[]> cells = new ArrayList<>(random(random, 3, 4, 40));
      double p = FisherExact.DEFAULT.test(table(cells)).pValue();

      // When
      double other = FisherExact.DEFAULT.test(table(turned(cells))).pValue();
      Collections.shuffle(cells, random);
      double shuffled = FisherExact.DEFAULT.test(table(cells)).pValue();

      // Then
      assertThat(other).isCloseTo(p, within(1e-13));
      assertThat(shuffled).isCloseTo(p, within(1e-13));
    }
  }

  @Test
  void a_network_beyond_its_limit_is_given_up_with_a_reason() {
    // Given
    CrossTable large = table(random(new Random(3), 9, 9, 5000));

    // When
    FisherExact.Result found = FisherExact.DEFAULT.test(large);

    // Then
    assertThat(found.pValue()).isNaN();
    assertThat(found.obstacle()).isPresent();
  }

  @Test
  void a_network_far_beyond_its_limit_is_given_up_at_once() {
    // Given
    CrossTable even =
        table(
            List.of(
                new double[] {6250, 6251, 6252, 6253},
                new double[] {6254, 6250, 6249, 6247},
                new double[] {6241, 6252, 6251, 6250},
                new double[] {6250, 6260, 6240, 6250}));

    // When // Then
    assertTimeoutPreemptively(
        Duration.ofSeconds(15),
        () -> assertThat(FisherExact.DEFAULT.test(even).exceeded()).isTrue());
  }

  @Test
  void weights_that_are_no_counts_have_no_exact_test_and_one_level_has_p_1() {
    // Given
    CrossTable halves = table(List.of(new double[] {0.5, 1}, new double[] {1, 1}));
    CrossTable single = table(List.of(new double[] {3, 4}));

    // When
    FisherExact.Result ofHalves = FisherExact.DEFAULT.test(halves);
    FisherExact.Result ofSingle = FisherExact.DEFAULT.test(single);

    // Then
    assertThat(ofHalves.pValue()).isNaN();
    assertThat(ofSingle.pValue()).isEqualTo(1);
  }
}
