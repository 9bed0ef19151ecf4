package org.absentia.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.Term;
import org.absentia.statistics.distribution.NullDistribution;
import org.absentia.statistics.linalg.PositiveDefinite;
import org.absentia.statistics.table.ChiSquare;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;

/**
 * Whether one variable's effect depends on another, and what it is at values of the other
 * (contracts/statistics-formulas.md F10), from the estimates of any model.
 *
 * @param table of a fitted model
 * @param design the columns that the model kept
 * @param product of the two variables; the formula has it
 */
public record Moderation(
    CoefficientTable table, Design design, Formula formula, Term product, double level) {
  public Moderation {
    Interval.requireLevel(level);
  }

  /**
   * All terms of the product at once; F where the model's statistics are t, else chi-square.
   *
   * @param df2 of F
   */
  public record JointTest(
      List<String> terms, double statistic, int df1, OptionalDouble df2, double pValue) {
    public JointTest {
      terms = List.copyOf(terms);
    }
  }

  /** The effect of one column of the first variable at a value of the second. */
  public record Effect(String at, Coefficient coefficient) {}

  /** Tests all terms of the product; {@code NaN} when the model kept none of them. */
  public JointTest jointTest() {
    List<String> terms =
        design.columns().stream()
            .filter(part -> part.term() >= 0 && isProduct(formula.terms().get(part.term())))
            .map(Design.Part::name)
            .filter(name -> place(name).isPresent())
            .toList();
    int[] places = terms.stream().mapToInt(name -> place(name).orElseThrow()).toArray();
    double wald = places.length == 0 ? Double.NaN : wald(places);
    OptionalDouble df2 = table.degreesOfFreedom();
    double statistic = df2.isPresent() ? wald / places.length : wald;
    return new JointTest(terms, statistic, places.length, df2, pValue(statistic, places.length));
  }

  private double pValue(double statistic, int df) {
    if (!Double.isFinite(statistic)) {
      return Double.NaN;
    }
    return table.degreesOfFreedom().isPresent()
        ? LinearRegression.FTest.of(statistic, df, table.degreesOfFreedom().getAsDouble()).pValue()
        : ChiSquare.of(statistic, df).pValue();
  }

  private boolean isProduct(Term term) {
    return term.order() == 2 && term.factors().containsAll(product.factors());
  }

  private Optional<Integer> place(String name) {
    for (int i = 0; i < table.coefficients().size(); i++) {
      if (table.coefficients().get(i).term().equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** b' V^-1 b over some of the coefficients, on the scale of their standard errors. */
  private double wald(int[] places) {
    int q = places.length;
    DMatrixRMaj correlation = new DMatrixRMaj(q, q);
    double[] z = new double[q];
    for (int i = 0; i < q; i++) {
      double se = table.coefficients().get(places[i]).standardError();
      z[i] = table.coefficients().get(places[i]).estimate() / se;
      for (int j = 0; j < q; j++) {
        double other = table.coefficients().get(places[j]).standardError();
        correlation.set(i, j, table.covariance().get(places[i], places[j]) / se / other);
      }
    }
    DMatrixRMaj inverse = PositiveDefinite.inverse(correlation);
    double sum = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        sum += z[i] * inverse.get(i, j) * z[j];
      }
    }
    return sum;
  }

  /**
   * The effects of the first variable's columns at values of the second.
   *
   * @param first the columns of the first variable, with their levels if it has levels
   * @param second those of the second
   * @param values of the second by name: a number, or {@code NaN} for a level
   */
  public List<Effect> effects(
      Map<String, Optional<String>> first,
      Map<String, Optional<String>> second,
      Map<String, Double> values) {
    List<Effect> effects = new ArrayList<>();
    values.forEach(
        (at, value) -> {
          for (String column : first.keySet()) {
            effects.add(new Effect(at, effect(column, second, at, value)));
          }
        });
    return effects;
  }

  private Coefficient effect(
      String column, Map<String, Optional<String>> second, String at, double value) {
    double[] contrast = new double[table.coefficients().size()];
    boolean defined = add(contrast, column, 1, isInFormula(product.factors().getFirst().text()));
    for (Map.Entry<String, Optional<String>> other : second.entrySet()) {
      boolean isLevel = other.getValue().isPresent();
      double weight = isLevel ? (other.getValue().get().equals(at) ? 1 : 0) : value;
      if (weight != 0) {
        defined &= add(contrast, productName(column, other.getKey()), weight, true);
      }
    }
    return defined ? estimate(column, contrast) : undefined(column);
  }

  private boolean isInFormula(String variable) {
    return formula.terms().stream().anyMatch(term -> term.text().equals(variable));
  }

  /** The name of a product in the order in which the formula has its variables. */
  private String productName(String first, String second) {
    boolean asAsked =
        formula.terms().stream()
            .filter(this::isProduct)
            .allMatch(term -> term.factors().equals(product.factors()));
    return asAsked ? first + ":" + second : second + ":" + first;
  }

  /** Adds a coefficient to a contrast; one that the model dropped leaves it undefined. */
  private boolean add(double[] contrast, String name, double weight, boolean expected) {
    Optional<Integer> place = place(name);
    place.ifPresent(i -> contrast[i] += weight);
    return place.isPresent() || !expected;
  }

  private Coefficient estimate(String name, double[] contrast) {
    double estimate = 0;
    double variance = 0;
    for (int i = 0; i < contrast.length; i++) {
      if (contrast[i] != 0) {
        estimate += contrast[i] * table.coefficients().get(i).estimate();
        for (int j = 0; j < contrast.length; j++) {
          variance +=
              contrast[j] == 0 ? 0 : contrast[i] * contrast[j] * table.covariance().get(i, j);
        }
      }
    }
    double df = table.degreesOfFreedom().orElse(Double.POSITIVE_INFINITY);
    if (!(df > 0)) {
      return new Coefficient(
          name, estimate, Double.NaN, Double.NaN, Double.NaN, Interval.UNDEFINED);
    }
    NullDistribution distribution = NullDistribution.of(table.degreesOfFreedom());
    return CoefficientTable.row(
        name, estimate, Math.sqrt(variance), distribution, distribution.within(level));
  }

  private static Coefficient undefined(String name) {
    double none = Double.NaN;
    return new Coefficient(name, none, none, none, none, Interval.UNDEFINED);
  }
}
