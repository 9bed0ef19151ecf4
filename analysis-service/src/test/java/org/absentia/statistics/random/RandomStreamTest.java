package org.absentia.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  /**
   * First outputs for the state 1, 2, 3, 4, as the authors' C program and Rust's rand_xoshiro give
   * them.
   */
  @Test
  void the_generator_gives_the_published_numbers() {
    // Given
    RandomStream stream = new RandomStream(1, 2, 3, 4);

    // When
    long[] drawn = new long[6];
    Arrays.setAll(drawn, i -> stream.nextLong());

    // Then
    assertThat(drawn)
        .containsExactly(
            41943041L,
            58720359L,
            3588806011781223L,
            3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"),
            Long.parseUnsignedLong("9973669472204895162"));
  }

  @Test
  void a_stream_depends_on_seed_name_and_index_alone() {
    // Given
    RandomTree tree = RandomTree.ofSeed(20);

    // When
    long once = tree.branch("table-3").branch("A").stream(3).nextLong();
    tree.branch("figure").stream(3).nextLong();
    long again = RandomTree.ofSeed(20).branch("table-3").branch("A").stream(3).nextLong();

    // Then
    assertThat(again).isEqualTo(once);
    assertThat(tree.branch("table-3").branch("B").stream(3).nextLong()).isNotEqualTo(once);
    assertThat(tree.branch("table-3").branch("A").stream(4).nextLong()).isNotEqualTo(once);
    assertThat(RandomTree.ofSeed(21).branch("table-3").branch("A").stream(3).nextLong())
        .isNotEqualTo(once);
  }

  @Test
  void every_whole_number_below_the_bound_is_equally_likely() {
    // Given
    RandomStream stream = RandomTree.ofSeed(1).stream(0);
    int[] counts = new int[7];

    // When
    for (int i = 0; i < 700_000; i++) {
      counts[stream.nextInt(7)]++;
    }

    // Then
    double chiSquare = Arrays.stream(counts).mapToDouble(n -> (n - 1e5) * (n - 1e5) / 1e5).sum();
    assertThat(chiSquare)
        .isBetween(0.3, 24.1); // 0.0005 in each tail of chi-square with 6 degrees of freedom
  }

  @Test
  void doubles_fill_the_unit_interval() {
    // Given
    RandomStream stream = RandomTree.ofSeed(1).stream(0);

    // When
    double mean = 0;
    for (int i = 0; i < 100_000; i++) {
      double x = stream.nextDouble();
      assertThat(x).isBetween(0.0, Math.nextDown(1.0));
      mean += x / 100_000;
    }

    // Then
    assertThat(mean).isCloseTo(0.5, within(0.005));
  }
}
