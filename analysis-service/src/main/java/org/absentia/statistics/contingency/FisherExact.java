package org.absentia.statistics.contingency;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Vector;

/**
 * Fisher's exact test of a table of any size, two-sided: the probability, given all row and column
 * totals, of the tables that are at most (1 + 1e-7) times as probable as the observed one, as R's
 * {@code fisher.test} and Stata's {@code tabulate, exact} have it.
 *
 * @param mostNodes of the network, each past that a node keeps counting as one more
 * @param mostSteps along its arcs
 */
public record FisherExact(long mostNodes, long mostSteps) {
  /** The limits of an inline call. */
  public static final FisherExact DEFAULT = new FisherExact(10_000_000, 1_000_000_000);

  private static final double TIE = 1e-7;
  private static final double MOST_COUNTS = 10_000_000;

  /**
   * The p-value, or {@code NaN}.
   *
   * @param obstacle why there is none
   * @param exceeded whether larger limits might give one
   */
  public record Result(double pValue, Optional<String> obstacle, boolean exceeded) {
    private static Result of(double pValue) {
      return new Result(pValue, Optional.empty(), false);
    }

    private static Result without(String obstacle, boolean exceeded) {
      return new Result(Double.NaN, Optional.of("no Fisher's exact test: " + obstacle), exceeded);
    }
  }

  /** Tests independence given the margins; says so where the network outgrows its limits. */
  public Result test(CrossTable table) {
    double n = Arrays.stream(table.rowTotals()).sum();
    if (n == 0) {
      return Result.without("the table is empty", false);
    }
    if (!table.cells().stream().allMatch(FisherExact::isWhole)) {
      return Result.without("the weights are no whole counts", false);
    }
    if (table.rows() == 1 || table.columns() == 1) {
      return Result.of(1);
    }
    if (!(n <= MOST_COUNTS)) {
      return Result.without("more than " + (long) MOST_COUNTS + " counts", false);
    }
    Margins margins = new Margins(whole(table.rowTotals()), whole(table.columnTotals()));
    OptionalDouble p =
        Stage.canEncode(margins) ? probability(margins, table) : OptionalDouble.empty();
    return p.isPresent()
        ? Result.of(Math.min(1, p.getAsDouble()))
        : Result.without(
            "its network of tables exceeds " + mostNodes + " nodes or " + mostSteps + " steps",
            true);
  }

  private OptionalDouble probability(Margins margins, CrossTable table) {
    Vector cells =
        Vector.of(table.cells().stream().flatMapToDouble(c -> Arrays.stream(c.array())).toArray());
    double observed = margins.logLength(cells);
    return new FisherNetwork(margins, observed + Math.log1p(TIE), this).probability();
  }

  private static boolean isWhole(Vector cells) {
    return Arrays.stream(cells.array()).allMatch(x -> x == Math.rint(x));
  }

  private static int[] whole(double... totals) {
    return Arrays.stream(totals).mapToInt(x -> (int) x).toArray();
  }
}
