package org.absentia.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.absentia.statistics.random.RandomTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {
  private static final Setting SMALL = new Setting(RandomTree.ofSeed(1), 1);

  static Stream<Problem> smallestOfEachKind() {
    return StatisticsBenchmark.KINDS.stream().map(kind -> kind.apply(SMALL).getFirst());
  }

  @ParameterizedTest
  @MethodSource("smallestOfEachKind")
  void the_engine_gives_the_same_estimates_with_one_thread_and_with_two(Problem problem) {
    assertThat(Timing.of(problem.engine(), 1, 1).estimates())
        .isEqualTo(Timing.of(problem.engine(), 2, 1).estimates());
  }

  @ParameterizedTest
  @MethodSource("smallestOfEachKind")
  @EnabledIf("org.absentia.bench.statistics.Rscript#isInstalled")
  void r_agrees_with_the_engine(Problem problem) {
    List<Estimate> estimates = problem.engine().get();
    for (Contender contender : problem.contenders()) {
      Rscript.Answer answer = Rscript.run(problem.data(), contender, 1);
      assertThatCode(() -> problem.mustAgree(estimates, contender, answer.estimates()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void the_same_seed_makes_the_same_data() {
    for (Function<Setting, List<Problem>> kind : StatisticsBenchmark.KINDS) {
      assertThat(kind.apply(SMALL).getFirst().data())
          .isEqualTo(kind.apply(SMALL).getFirst().data());
    }
  }

  @Test
  void a_disagreement_names_the_estimate_and_both_values() {
    // Given
    Contender contender = Contender.of("R", "cox");
    Problem problem = new Problem("ties", Columns.of(0), List::of, false, 2, List.of(contender));
    List<Estimate> estimates = List.of(new Estimate("effect", 1, 0.1), Estimate.exact("p", 0.5));

    // When / Then
    assertThatCode(() -> problem.mustAgree(estimates, contender, List.of(1.05, 0.5)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> problem.mustAgree(estimates, contender, List.of(1.2, Double.NaN)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the run is worth nothing: R disagrees about ties: effect 1.2, not 1.0; p NaN, not 0.5");
  }
}
