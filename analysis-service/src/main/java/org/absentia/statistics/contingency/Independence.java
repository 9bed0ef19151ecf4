package org.absentia.statistics.contingency;

import java.util.Arrays;
import java.util.Optional;
import org.absentia.statistics.table.ChiSquare;

/** Test whether the two variables of a table are independent, by chi-square. */
public final class Independence {
  private Independence() {}

  /**
   * {@code NaN} of an empty table.
   *
   * @param minimumExpected the smallest cell to be expected under independence
   * @param pearson without Yates' correction
   * @param yates with it, of a table of two by two
   * @param cramersV root of chi-square/(n(k - 1)), k the smaller number of levels
   * @param oddsRatio ad/bc of a table of two by two; {@code NaN} where it is not finite
   */
  public record Result(
      double minimumExpected,
      ChiSquare pearson,
      ChiSquare likelihoodRatio,
      Optional<ChiSquare> yates,
      double cramersV,
      double oddsRatio) {}

  /** Tests an r x c table of counts; {@code NaN} where a margin leaves nothing to test. */
  public static Result test(CrossTable table) {
    double[] rows = table.rowTotals();
    double[] columns = table.columnTotals();
    double n = Arrays.stream(rows).sum();
    double smallest = n > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    double pearson = n > 0 ? 0 : Double.NaN;
    double likelihood = pearson;
    double yates = pearson;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double observed = table.at(i, j);
        double expected = rows[i] / n * columns[j];
        double deviation = Math.abs(observed - expected);
        double corrected = deviation - Math.min(0.5, deviation);
        smallest = Math.min(smallest, expected);
        pearson += deviation / expected * deviation;
        yates += corrected / expected * corrected;
        likelihood += observed > 0 ? 2 * observed * Math.log(observed / expected) : 0;
      }
    }
    int lesser = Math.min(rows.length, columns.length) - 1;
    int degrees = Math.max(0, rows.length - 1) * Math.max(0, columns.length - 1);
    boolean fourfold = rows.length == 2 && columns.length == 2;
    return new Result(
        smallest,
        ChiSquare.of(pearson, degrees),
        ChiSquare.of(Math.max(0, likelihood), degrees),
        fourfold ? Optional.of(ChiSquare.of(yates, 1)) : Optional.empty(),
        lesser > 0 ? Math.sqrt(pearson / n / lesser) : Double.NaN,
        fourfold ? oddsRatio(table) : Double.NaN);
  }

  private static double oddsRatio(CrossTable table) {
    double ratio = table.at(0, 0) * table.at(1, 1) / (table.at(0, 1) * table.at(1, 0));
    return Double.isFinite(ratio) ? ratio : Double.NaN;
  }
}
