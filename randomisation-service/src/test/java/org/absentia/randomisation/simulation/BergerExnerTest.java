package org.absentia.randomisation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Simple;
import org.junit.jupiter.api.Test;

class BergerExnerTest {
  private static final PermutedBlock BLOCKS = new PermutedBlock(Ratio.of(1, 1), List.of(4));

  /**
   * R 4's lm(y ~ factor(arm) + factor(s) + rps) on these data, and lm(y ~ factor(s) + rps) in each
   * arm, rps worked out by hand as what is left of the second arm in the block.
   */
  @Test
  void slopes_and_p_values_are_those_of_least_squares_on_the_reverse_propensity_score() {
    // Given
    List<BergerExner.Slot> first =
        slots(
            List.of(0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 1),
            5.1,
            6.3,
            4.8,
            3.9,
            7.2,
            6.1,
            4.4,
            3.8,
            5.9,
            6.6,
            8.1,
            7.7);
    List<BergerExner.Slot> second =
        slots(List.of(1, 0, 0, 1, 0, 1, 0, 1), 2.2, 3.1, 2.9, 4.4, 3.3, 3.0, 2.1, 4.8);

    // When
    List<BergerExner.Tested> tests = BergerExner.of(BLOCKS, 2, List.of(first, second));

    // Then
    assertThat(tests).hasSize(3);
    assertTested(
        tests.get(0), OptionalInt.empty(), 3.51839178785, 0.624109912670, 16, 3.70762768721e-05);
    assertTested(
        tests.get(1), OptionalInt.of(0), 3.2018433179723, 0.7645534492389, 7, 0.0040969511481);
    assertTested(
        tests.get(2), OptionalInt.of(1), 3.70120481927711, 0.97609101279720, 7, 0.00678637662381);
  }

  @Test
  void a_slot_without_response_counts_for_the_past() {
    // Given: without its first slot the block of the second participant would be another one
    List<BergerExner.Slot> slots = new ArrayList<>();
    slots.add(new BergerExner.Slot(0, OptionalDouble.empty()));
    slots.addAll(slots(List.of(1, 1, 0, 0, 1, 0, 1), 3, 4, 1, 2, 3.5, 2.5, 4.5));

    // When
    BergerExner.Tested test = BergerExner.of(BLOCKS, 2, List.of(slots)).getFirst();

    // Then
    assertThat(test.participants()).isEqualTo(7);
  }

  @Test
  void a_design_that_foretells_nothing_cannot_be_tested() {
    assertThat(
            BergerExner.of(
                new Simple(Ratio.of(1, 1)), 2, List.of(slots(List.of(0, 1, 1, 0), 1, 2, 3, 4))))
        .isEmpty();
    assertThatThrownBy(() -> BergerExner.of(new ImportedList(), 2, List.of()))
        .isInstanceOf(IllegalDesign.class);
  }

  @Test
  void it_finds_a_recruiter_who_guesses_and_spares_one_who_does_not() {
    // Given: the bias of the contract's section 6
    Random random = new Random(11);
    int guilty = 0;
    int innocent = 0;

    // When
    for (int run = 0; run < 400; run++) {
      guilty += pValue(random, 1) < 0.05 ? 1 : 0;
      innocent += pValue(random, 0) < 0.05 ? 1 : 0;
    }

    // Then: 20 of 400 are expected of the innocent, 99.9 % lie below 36
    assertThat(innocent).isBetween(6, 36);
    assertThat(guilty).isGreaterThan(350);
  }

  private static double pValue(Random random, double eta) {
    Walk walk = Guesser.of(new BigStick(2), 1).walks().get().get();
    List<BergerExner.Slot> slots = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double response =
          random.nextGaussian() + eta * Math.signum(walk.probability(1) - walk.probability(0));
      int arm = random.nextDouble() < walk.probability(0) ? 0 : 1;
      slots.add(new BergerExner.Slot(arm, OptionalDouble.of(response)));
      walk.take(arm);
    }
    return BergerExner.of(new BigStick(2), 2, List.of(slots)).getFirst().pValue();
  }

  private static void assertTested(
      BergerExner.Tested test,
      OptionalInt among,
      double slope,
      double error,
      int degrees,
      double pValue) {
    assertThat(test.among()).isEqualTo(among);
    assertThat(test.arm()).isEqualTo(1);
    assertThat(test.slope()).isCloseTo(slope, within(1e-11));
    assertThat(test.standardError()).isCloseTo(error, within(1e-11));
    assertThat(test.degreesOfFreedom()).isEqualTo(degrees);
    assertThat(test.pValue()).isCloseTo(pValue, within(1e-11));
  }

  private static List<BergerExner.Slot> slots(List<Integer> arms, double... responses) {
    List<BergerExner.Slot> slots = new ArrayList<>();
    for (int i = 0; i < responses.length; i++) {
      slots.add(new BergerExner.Slot(arms.get(i), OptionalDouble.of(responses[i])));
    }
    return slots;
  }
}
