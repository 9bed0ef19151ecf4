package org.absentia.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.optim.Objective;
import org.absentia.statistics.progress.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevianceTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "unbalanced, y ~ t * arm + x + (1 + t | id)",
    "unbalanced, y ~ t + x + (1 + t + x | id)",
    "three, y ~ t + s + (1 + t + s | id)",
    "sparse, y ~ x + (1 | id)"
  })
  void derivatives_are_the_limits_of_differences(String file, String formula) {
    for (Covariance covariance : Covariance.values()) {
      for (boolean restricted : new boolean[] {false, true}) {
        // Given
        Deviance deviance =
            deviance(LongData.read(file + ".csv").model(formula), restricted, covariance);
        int q = deviance.data().q();
        Random random = new Random(1);
        double[] point = random.doubles(covariance.parameters(q), 0.2, 1.5).toArray();

        // When
        Objective.Expansion expansion = deviance.expand(Vector.of(point));

        // Then
        for (int i = 0; i < point.length; i++) {
          double[] up = point.clone();
          double[] down = point.clone();
          up[i] += STEP;
          down[i] -= STEP;
          Vector above = Vector.of(up);
          Vector below = Vector.of(down);
          double slope = (deviance.value(above) - deviance.value(below)) / (2 * STEP);
          assertThat(expansion.gradient().at(i)).isCloseTo(slope, within(1e-4));
          Vector high = deviance.expand(above).gradient();
          Vector low = deviance.expand(below).gradient();
          for (int j = 0; j < point.length; j++) {
            double bend = (high.at(j) - low.at(j)) / (2 * STEP);
            assertThat(expansion.hessian().get(i, j)).isCloseTo(bend, within(1e-4));
          }
        }
      }
    }
  }

  private static Deviance deviance(
      LongData.Model model, boolean restricted, Covariance covariance) {
    FixedBasis fixed =
        FixedBasis.of(
            model.fixed(), model.rows().numbers(model.formula().response().orElseThrow(), "/y"));
    RandomBasis random = RandomBasis.of(model.random(), covariance);
    var group =
        model.rows().factor(model.formula().grouping().orElseThrow().group(), LevelOrder.SORTED);
    return new Deviance(
        Reduction.of(fixed, random, group.codes(), group.levels().size()),
        covariance,
        restricted,
        Steps.untilSettled("evaluations"));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void groups_that_are_alike_count_as_if_each_stood_alone(int seed) {
    // Given
    Random random = new Random(seed);
    int groups = 60;
    double[] id = new double[groups * 3];
    double[] t = new double[id.length];
    double[] y = random.doubles(id.length).toArray();
    for (int row = 0; row < id.length; row++) {
      id[row] = row / 3;
      t[row] = row % 3;
    }
    double[] apart = t.clone();
    for (int row = 0; row < id.length; row++) {
      apart[row] += 1e-13 * id[row];
    }
    String formula = "y ~ t + (1 + t | id)";

    // When
    Deviance together =
        deviance(
            LongData.of(Map.of("id", id, "t", t, "y", y)).model(formula),
            true,
            Covariance.UNSTRUCTURED);
    Deviance alone =
        deviance(
            LongData.of(Map.of("id", id, "t", apart, "y", y)).model(formula),
            true,
            Covariance.UNSTRUCTURED);

    // Then
    Vector point = Vector.of(0.7, -0.3, 0.4);
    assertThat(together.data().likes()).hasSize(1);
    assertThat(alone.data().likes()).hasSizeGreaterThan(10);
    assertThat(together.value(point)).isCloseTo(alone.value(point), within(1e-9));
    assertThat(together.expand(point).gradient().at(1))
        .isCloseTo(alone.expand(point).gradient().at(1), within(1e-8));
  }
}
