package org.absentia.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.mixed.MixedModel.Estimation;
import org.absentia.statistics.mixed.MixedModel.Fallback;
import org.absentia.statistics.table.CoefficientTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against R's lme4 on data of our own; make.R beside the data made the numbers. */
class Lme4Test {
  private static final double RELATIVE = 2e-5;

  private final Map<String, Double> expected = new LinkedHashMap<>();

  @ParameterizedTest
  @CsvSource({
    "slopes, unbalanced, y ~ t * arm + x + (1 + t | id), UNSTRUCTURED",
    "independent, unbalanced, y ~ t * arm + x + (1 + t | id), INDEPENDENT",
    "additive, unbalanced, y ~ arm + x + t + (1 + t | id), UNSTRUCTURED",
    "slope only, unbalanced, y ~ t + (0 + t | id), UNSTRUCTURED",
    "three unbalanced, unbalanced, y ~ t + x + (1 + t + x | id), UNSTRUCTURED",
    "sparse, sparse, y ~ x + (1 | id), UNSTRUCTURED",
    "three, three, y ~ t + s + (1 + t + s | id), UNSTRUCTURED",
    "flat, flat, y ~ t + (1 + t | id), UNSTRUCTURED",
    "flat intercept, flat, y ~ t + (1 | id), UNSTRUCTURED"
  })
  void every_number_is_lme4s(String name, String file, String formula, Covariance covariance) {
    for (Estimation estimation : Estimation.values()) {
      // Given
      read(name + " " + estimation);
      LongData.Model model = LongData.read(file + ".csv").model(formula);

      // When
      MixedFit fit = model.fit(new MixedModel(estimation, covariance, Fallback.NONE, 0.95));

      // Then
      assertThat(fit.converged()).isTrue();
      assertThat(fit.singular()).isEqualTo(expected("singular") == 1);
      assertThat(model.rows().n()).isEqualTo((int) expected("rows"));
      assertThat(fit.logLikelihood())
          .isCloseTo(expected("logLikelihood"), within(1e-7))
          .isGreaterThan(expected("logLikelihood") - 1e-8);
      assertThat(fit.linearLogLikelihood()).isCloseTo(expected("linear"), within(1e-8));
      theTableIs(fit.table());
      theComponentsAre(fit);
      theFirstEffectsAre(fit);
      theTermTestsAre(TermTest.of(model.formula().terms(), fit.design(), fit.table()));
    }
  }

  private void read(String name) {
    expected.clear();
    for (String[] line : LongData.lines("expected.csv")) {
      if (line[0].equals(name)) {
        expected.put(line[1], Double.parseDouble(line[2]));
      }
    }
    assertThat(expected).isNotEmpty();
  }

  private double expected(String quantity) {
    return Objects.requireNonNull(expected.get(quantity), quantity);
  }

  private void same(double value, String quantity) {
    double number = expected(quantity);
    assertThat(value)
        .as(quantity)
        .isCloseTo(number, within(RELATIVE * Math.max(Math.abs(number), 0.05)));
  }

  private void theTableIs(CoefficientTable table) {
    for (int i = 0; i < table.coefficients().size(); i++) {
      same(table.coefficients().get(i).estimate(), "estimate" + (i + 1));
      same(table.coefficients().get(i).standardError(), "standardError" + (i + 1));
    }
  }

  private void theComponentsAre(MixedFit fit) {
    VarianceComponents components = fit.components();
    same(components.residual(), "residual");
    for (int i = 0; i < components.terms().size(); i++) {
      same(components.variance(i), "variance" + (i + 1));
    }
    if (expected.containsKey("covariance")) {
      same(components.covariance().get(0, 1), "covariance");
    }
  }

  private void theFirstEffectsAre(MixedFit fit) {
    List<String> quantities =
        expected.keySet().stream().filter(quantity -> quantity.startsWith("effect")).toList();
    assertThat(quantities).hasSize(fit.components().terms().size());
    for (int i = 0; i < quantities.size(); i++) {
      String group = Arrays.asList(quantities.get(i).split(":", -1)).getLast();
      Vector effects = fit.randomEffects().get(fit.groups().indexOf(group));
      assertThat(effects.at(i)).isCloseTo(expected(quantities.get(i)), within(2e-4));
    }
  }

  private void theTermTestsAre(List<TermTest> tests) {
    for (TermTest test : tests) {
      if (expected.containsKey("wald:" + test.term())) {
        same(test.test().statistic(), "wald:" + test.term());
        assertThat(test.test().pValue()).isBetween(0.0, 1.0);
      }
    }
  }
}
