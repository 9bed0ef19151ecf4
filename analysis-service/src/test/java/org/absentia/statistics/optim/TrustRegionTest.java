package org.absentia.statistics.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrustRegionTest {
  private static final TrustRegion SEARCH = new TrustRegion(1, 1e-14, 200);

  /** 100 (y - x^2)^2 + (1 - x)^2. */
  private static final Objective ROSENBROCK =
      new Objective() {
        @Override
        public double value(Vector at) {
          double x = at.at(0);
          double y = at.at(1);
          return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
        }

        @Override
        public Expansion expand(Vector at) {
          double x = at.at(0);
          double y = at.at(1);
          return new Expansion(
              value(at),
              Vector.of(-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)),
              new DMatrixRMaj(2, 2, true, 1200 * x * x - 400 * y + 2, -400 * x, -400 * x, 200));
        }
      };

  /** x^4/4 - x^2/2 + y^2: a saddle at 0, minima at x = 1 and -1. */
  private static final Objective SADDLE =
      new Objective() {
        @Override
        public double value(Vector at) {
          double x = at.at(0);
          return x * x * x * x / 4 - x * x / 2 + at.at(1) * at.at(1);
        }

        @Override
        public Expansion expand(Vector at) {
          double x = at.at(0);
          return new Expansion(
              value(at),
              Vector.of(x * x * x - x, 2 * at.at(1)),
              new DMatrixRMaj(2, 2, true, 3 * x * x - 1, 0, 0, 2));
        }
      };

  @Test
  void the_bottom_of_a_bent_valley_is_found() {
    // When
    TrustRegion.Minimum minimum = SEARCH.minimise(ROSENBROCK, Vector.of(-1.2, 1));

    // Then
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point().at(0)).isCloseTo(1, within(1e-10));
    assertThat(minimum.point().at(1)).isCloseTo(1, within(1e-10));
  }

  @Test
  void a_saddle_point_is_left() {
    // When
    TrustRegion.Minimum minimum = SEARCH.minimise(SADDLE, Vector.of(0, 3));

    // Then
    assertThat(minimum.converged()).isTrue();
    assertThat(Math.abs(minimum.point().at(0))).isCloseTo(1, within(1e-8));
    assertThat(minimum.value()).isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void a_search_with_too_few_steps_says_that_it_has_not_converged() {
    // When
    TrustRegion.Minimum minimum =
        new TrustRegion(1, 1e-14, 3).minimise(ROSENBROCK, Vector.of(-1.2, 1));

    // Then
    assertThat(minimum.converged()).isFalse();
    assertThat(minimum.steps()).isEqualTo(3);
  }
}
