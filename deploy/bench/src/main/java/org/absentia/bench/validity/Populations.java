package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.random.Draws;

/** What data are drawn from. */
final class Populations {
  /** The true median of {@link #lostWorkdays}: 49.6 % lie below, 50.9 % not above. */
  static final double MEDIAN_LOST_WORKDAYS = 19;

  private Populations() {}

  static double exponential(Draws draws) {
    return -StrictMath.log(1 - draws.uniform());
  }

  /** Student's t with three degrees of freedom: symmetric, with heavy tails. */
  static double heavyTailed(Draws draws) {
    return draws.normal() / Math.sqrt(draws.chiSquare(3) / 3);
  }

  static double logNormal(Draws draws) {
    return StrictMath.exp(draws.normal());
  }

  /** Whole days from 0 to 131, skewed: 30 % have none, the others log-normal around 33. */
  static double lostWorkdays(Draws draws) {
    double days = Math.rint(StrictMath.exp(3.5 + draws.normal()));
    return draws.uniform() < 0.3 ? 0 : Math.min(131, days);
  }

  static double[] numbers(int n, Draws draws, ToDoubleFunction<Draws> population) {
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = population.applyAsDouble(draws);
    }
    return numbers;
  }

  static Sample sample(int n, Draws draws, ToDoubleFunction<Draws> population) {
    return Sample.of(numbers(n, draws, population));
  }

  static double bernoulli(double probability, Draws draws) {
    return draws.uniform() < probability ? 1 : 0;
  }

  static double logistic(double linear) {
    return 1 / (1 + StrictMath.exp(-linear));
  }

  /** A category from 0 on; the probabilities need not add up to 1. */
  static int category(Draws draws, double... probabilities) {
    double left =
        draws.uniform()
            * IntStream.range(0, probabilities.length).mapToDouble(i -> probabilities[i]).sum();
    int category = 0;
    while (category < probabilities.length - 1 && left >= probabilities[category]) {
      left -= probabilities[category++];
    }
    return category;
  }

  /** Rows that take turns in groups named A, B, ... */
  static Factor inTurn(String name, int n, int groups) {
    return factor(name, groups, IntStream.range(0, n).map(i -> i % groups).toArray());
  }

  static Factor factor(String name, int levels, int... codes) {
    List<String> names =
        IntStream.range(0, levels).mapToObj(i -> Character.toString('A' + i)).toList();
    return new Factor(name, names, 0, Indexes.of(codes));
  }

  /** A group of rows for each person, the rows of one person together. */
  static Factor persons(int persons, int rowsEach) {
    List<String> names = IntStream.range(0, persons).mapToObj(Integer::toString).toList();
    int[] codes = IntStream.range(0, persons * rowsEach).map(i -> i / rowsEach).toArray();
    return new Factor("id", names, 0, Indexes.of(codes));
  }

  /** Only some of the rows. */
  static Factor rows(Factor factor, int... rows) {
    int[] codes = IntStream.of(rows).map(factor.codes()::at).toArray();
    return new Factor(factor.name(), factor.levels(), factor.base(), Indexes.of(codes));
  }

  /** Columns named x1, x2, ..., each a term of its own. */
  static Design columns(double[]... columns) {
    return design(false, columns);
  }

  static Design withIntercept(double[]... columns) {
    return design(true, columns);
  }

  private static Design design(boolean intercept, double[]... columns) {
    int n = columns[0].length;
    List<Design.Part> parts = new ArrayList<>();
    if (intercept) {
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      parts.add(new Design.Part(Design.INTERCEPT, -1, Vector.of(ones)));
    }
    for (int i = 0; i < columns.length; i++) {
      parts.add(new Design.Part("x" + (i + 1), i, Vector.of(columns[i])));
    }
    return new Design(parts, n);
  }
}
