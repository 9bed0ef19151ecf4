package org.absentia.randomisation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.absentia.randomisation.scheme.Bias;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the figures to the table of the contract (section 6) and to what can be worked out by hand.
 */
class DesignSimulationTest {
  private static final int RUNS = 10_000;

  @TestFactory
  Stream<DynamicTest> blocks_give_away_the_exact_shares_of_the_table() {
    return Stream.of(
            List.of(Ratio.of(1, 1), 4, "17/24", "1/3"),
            List.of(Ratio.of(1, 1), 6, "41/60", "1/4"),
            List.of(Ratio.of(1, 1), 8, "373/560", "1/5"),
            List.of(Ratio.of(1, 1, 1), 3, "11/18", "1/3"),
            List.of(Ratio.of(1, 1, 1), 6, "101/180", "1/5"),
            List.of(Ratio.of(1, 1, 1), 9, "4021/7560", "1/7"),
            List.of(Ratio.of(2, 1), 6, "67/90", "13/45"))
        .map(
            row ->
                dynamicTest(
                    row.toString(),
                    () -> {
                      int size = (int) row.get(1);
                      Guessing guessing =
                          guessing(new PermutedBlock((Ratio) row.get(0), List.of(size)), 10 * size);
                      assertThat(guessing.correct().fraction()).contains((String) row.get(2));
                      assertThat(guessing.certain().fraction()).contains((String) row.get(3));
                    }));
  }

  @Test
  void the_other_designs_of_the_table_agree_to_its_digits() {
    assertShares(new BigStick(3), 166, 0.5820, 0.1640, 5e-5);
    assertShares(new WeiUrn(1, 1), 166, 0.5314, 0, 5e-5);
    assertShares(new BlockUrn(Ratio.of(1, 1, 1), 2), 107, 0.512, 0.063, 5e-4);
    assertShares(new BlockUrn(Ratio.of(1, 1, 1), 3), 107, 0.472, 0.013, 5e-4);
    assertShares(new BlockUrn(Ratio.of(1, 1, 1), 4), 107, 0.449, 0.003, 5e-4);
    assertShares(new Simple(Ratio.of(1, 1)), 100, 0.5, 0, 0);
    assertShares(new Simple(Ratio.of(1, 1, 1)), 100, 1.0 / 3, 0, 1e-15);
  }

  @Test
  void simulated_shares_lie_where_the_exact_ones_do() {
    TTestCritical critical = new TTestCritical(50);
    for (Scheme scheme : List.of(new BigStick(3), new WeiUrn(1, 1), new Simple(Ratio.of(1, 1)))) {
      // When
      RunSums sums = new RunSums();
      var walks = Guesser.of(scheme, 2).walks().get();
      var random = new java.util.Random(17);
      SimulationRequest request = request(scheme, 2, 50);
      for (int run = 0; run < RUNS; run++) {
        sums.add(new SimulatedRun(request, walks.get(), random).result(critical));
      }
      Guessing simulated = sums.guessing();
      Guessing exact = guessing(scheme, 50);

      // Then
      assertThat(simulated.correct().value())
          .isCloseTo(
              exact.correct().value(), within(4 * simulated.correct().standardError() + 1e-12));
      assertThat(simulated.certain().value())
          .isCloseTo(
              exact.certain().value(), within(4 * simulated.certain().standardError() + 1e-12));
    }
  }

  @Test
  void a_guesser_who_does_not_see_block_sizes_is_right_as_often_as_all_histories_say() {
    // Given: sizes 2 and 4, four allocations; every history weighed with its probability
    double expected = expectedCorrect("", 4);

    // When
    Simulated simulated =
        DesignSimulation.run(request(new PermutedBlock(Ratio.of(1, 1), List.of(2, 4)), 2, 4));

    // Then
    Guessing.Share correct = simulated.guessing().correct();
    assertThat(simulated.exact()).isFalse();
    assertThat(correct.value()).isCloseTo(expected / 4, within(4 * correct.standardError()));
  }

  @Test
  void selection_bias_inflates_the_error_where_the_next_arm_can_be_guessed_and_only_there() {
    // When
    Simulated simple = DesignSimulation.run(request(new Simple(Ratio.of(1, 1)), 2, 100));
    Simulated blocks =
        DesignSimulation.run(request(new PermutedBlock(Ratio.of(1, 1), List.of(4)), 2, 100));

    // Then
    assertThat(simple.selectionBias()).isEqualTo(simple.none());
    assertThat(simple.none().value()).isCloseTo(0.05, within(4 * simple.none().standardError()));
    assertThat(blocks.none().value()).isCloseTo(0.05, within(4 * blocks.none().standardError()));
    assertThat(blocks.selectionBias().value()).isGreaterThan(0.3);
  }

  @Test
  void a_trend_in_time_makes_the_test_conservative_under_balance_in_time() {
    // When
    Simulated blocks =
        DesignSimulation.run(
            new SimulationRequest(
                new PermutedBlock(Ratio.of(1, 1), List.of(4)), 2, 100, RUNS, 1, 2, 0.5, 2));

    // Then
    assertThat(blocks.timeTrend().value()).isLessThan(0.045);
  }

  @Test
  void the_largest_imbalance_of_a_big_stick_is_its_limit() {
    Simulated.Imbalance imbalance =
        DesignSimulation.run(request(new BigStick(3), 2, 1000)).largestImbalance();
    assertThat(imbalance).isEqualTo(new Simulated.Imbalance(3, 3));
  }

  @Test
  void minimisation_can_be_simulated_and_is_never_certain() {
    // Given
    Minimisation scheme =
        new Minimisation(
            Ratio.of(1, 1), List.of("a"), List.of(1), Minimisation.Measure.RANGE, new Bias(4, 5));

    // When
    Simulated simulated = DesignSimulation.run(request(scheme, 2, 60));

    // Then
    assertThat(simulated.guessing().certain().value()).isZero();
    assertThat(simulated.guessing().correct().value()).isBetween(0.6, 0.8);
  }

  @Test
  void the_answer_does_not_depend_on_the_number_of_threads() throws Exception {
    SimulationRequest request = request(new PermutedBlock(Ratio.of(1, 1), List.of(2, 4)), 2, 40);
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      assertThat(one.submit(() -> DesignSimulation.run(request)).get())
          .isEqualTo(four.submit(() -> DesignSimulation.run(request)).get());
    }
  }

  private static void assertShares(
      Scheme scheme, int n, double correct, double certain, double tolerance) {
    Guessing guessing = guessing(scheme, n);
    assertThat(guessing.correct().value()).isCloseTo(correct, within(tolerance));
    assertThat(guessing.certain().value()).isCloseTo(certain, within(tolerance));
  }

  private static Guessing guessing(Scheme scheme, int n) {
    return Guesser.of(scheme, 2)
        .start()
        .flatMap(start -> ExactGuessing.of(start, n, 5000))
        .orElseThrow();
  }

  private static SimulationRequest request(Scheme scheme, int arms, int n) {
    return new SimulationRequest(scheme, arms, n, RUNS, 1, 1, 0.5, 2);
  }

  // the sum over the next allocations of the largest probability, history by history
  private static double expectedCorrect(String history, int rest) {
    if (rest == 0) {
      return 0;
    }
    double probability = probability(history);
    double a = probability(history + "A") / probability;
    double b = probability(history + "B") / probability;
    return Math.max(a, b)
        + (a > 0 ? a * expectedCorrect(history + "A", rest - 1) : 0)
        + (b > 0 ? b * expectedCorrect(history + "B", rest - 1) : 0);
  }

  // a history's probability: the first block has two or four places, and so on
  private static double probability(String history) {
    if (history.isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (Map.Entry<Integer, List<String>> size :
        Map.of(
                2, List.of("AB", "BA"),
                4, List.of("AABB", "ABAB", "ABBA", "BAAB", "BABA", "BBAA"))
            .entrySet()) {
      for (String block : size.getValue()) {
        Optional<String> rest = after(history, block);
        sum += rest.map(DesignSimulationTest::probability).orElse(0.0) / 2 / size.getValue().size();
      }
    }
    return sum;
  }

  private static Optional<String> after(String history, String block) {
    if (block.startsWith(history)) {
      return Optional.of("");
    }
    return history.startsWith(block)
        ? Optional.of(history.substring(block.length()))
        : Optional.empty();
  }
}
