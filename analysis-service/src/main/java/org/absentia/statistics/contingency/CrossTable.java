package org.absentia.statistics.contingency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;

/**
 * Counts, or sums of weights, by the levels of two variables. Levels without any weight are not
 * there.
 *
 * @param cells row by row
 */
public record CrossTable(List<String> rowLevels, List<String> columnLevels, List<Vector> cells) {
  public CrossTable {
    rowLevels = List.copyOf(rowLevels);
    columnLevels = List.copyOf(columnLevels);
    cells = List.copyOf(cells);
  }

  /** Adds the weights up; all arguments have one entry a row of the data. */
  public static CrossTable of(Factor row, Factor column, Vector weight) {
    double[][] sums = new double[row.levels().size()][column.levels().size()];
    for (int i = 0; i < weight.size(); i++) {
      sums[row.codes().at(i)][column.codes().at(i)] += weight.at(i);
    }
    List<Integer> rows =
        IntStream.range(0, sums.length)
            .filter(i -> IntStream.range(0, sums[i].length).anyMatch(j -> sums[i][j] > 0))
            .boxed()
            .toList();
    List<Integer> columns =
        IntStream.range(0, column.levels().size())
            .filter(j -> rows.stream().anyMatch(i -> sums[i][j] > 0))
            .boxed()
            .toList();
    List<Vector> cells = new ArrayList<>();
    for (int i : rows) {
      cells.add(Vector.of(columns.stream().mapToDouble(j -> sums[i][j]).toArray()));
    }
    return new CrossTable(
        rows.stream().map(row.levels()::get).toList(),
        columns.stream().map(column.levels()::get).toList(),
        cells);
  }

  public int rows() {
    return rowLevels.size();
  }

  public int columns() {
    return columnLevels.size();
  }

  /** The count of a cell, places from 0 on; whole or not. */
  public double at(int row, int column) {
    return cells.get(row).at(column);
  }

  /** The sums of the rows, r numbers. */
  public double[] rowTotals() {
    return IntStream.range(0, rows())
        .mapToDouble(i -> IntStream.range(0, columns()).mapToDouble(j -> at(i, j)).sum())
        .toArray();
  }

  /** The sums of the columns, c numbers. */
  public double[] columnTotals() {
    return IntStream.range(0, columns())
        .mapToDouble(j -> IntStream.range(0, rows()).mapToDouble(i -> at(i, j)).sum())
        .toArray();
  }
}
