package org.absentia.ingest.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.absentia.ingest.nav.Reappearances.Appearance;
import org.absentia.ingest.nav.Reappearances.Reappearance;
import org.absentia.ingest.record.TopicPlace;
import org.junit.jupiter.api.Test;

class ReappearancesTest {
  /** What a tombstone of this record has as its last three digits. */
  private static final int DELETED = 417;

  private static Appearance told(long version, long writtenAt, long offset) {
    return new Appearance(version, TopicPlace.of(writtenAt, offset), false);
  }

  private static Appearance tombstone(long writtenAt, long offset) {
    long version = writtenAt * 1000 + DELETED;
    return new Appearance(version, TopicPlace.of(writtenAt, offset), true);
  }

  /** The version that counts: the highest number among those told, told again and deleted. */
  private static String counts(List<Appearance> seen) {
    long highest = seen.stream().mapToLong(Appearance::version).max().orElseThrow();
    boolean deleted = seen.stream().anyMatch(a -> a.deletes() && a.version() == highest);
    Reappearance last =
        Reappearances.among(seen).stream()
            .max((a, b) -> Long.compare(a.number(), b.number()))
            .orElse(new Reappearance(0, 0));
    if (last.number() > highest) {
      return Long.toString(last.version());
    }
    return deleted ? "deleted" : Long.toString(highest);
  }

  @Test
  void nothing_comes_back_without_a_tombstone_however_often_it_is_told() {
    assertThat(Reappearances.among(List.of(told(5_123, 10, 0), told(5_123, 20, 1)))).isEmpty();
  }

  @Test
  void a_tombstone_deletes_what_stood_before_it() {
    assertThat(counts(List.of(told(5_123, 10, 0), tombstone(20, 1)))).isEqualTo("deleted");
  }

  @Test
  void what_stands_after_its_tombstone_counts_again_until_the_next_one() {
    // Given
    List<Appearance> seen = new ArrayList<>(List.of(told(5_123, 10, 0), tombstone(20, 1)));

    // Then
    seen.add(told(5_123, 30, 2));
    assertThat(counts(seen)).isEqualTo("5123");
    seen.add(tombstone(40, 3));
    assertThat(counts(seen)).isEqualTo("deleted");
    seen.add(told(5_123, 41, 4));
    assertThat(counts(seen)).isEqualTo("5123");
    seen.add(tombstone(42, 5));
    assertThat(counts(seen)).isEqualTo("deleted");
  }

  @Test
  void within_one_millisecond_the_offset_decides() {
    for (int digits = 0; digits < 1000; digits++) {
      long version = 5_000 + digits;
      assertThat(counts(List.of(told(version, 20, 6), tombstone(20, 7)))).isEqualTo("deleted");
      assertThat(counts(List.of(told(version, 20, 8), tombstone(20, 7)))).isEqualTo("" + version);
      assertThat(counts(List.of(tombstone(19, 7), told(version, 20, 8), tombstone(20, 9))))
          .isEqualTo("deleted");
      assertThat(counts(List.of(tombstone(20, 7), told(version, 20, 8), tombstone(21, 9))))
          .isEqualTo("deleted");
    }
  }

  @Test
  void after_a_tombstone_the_order_of_the_topic_decides_among_versions() {
    // Given
    List<Appearance> seen =
        List.of(tombstone(20, 1), told(5_900, 30, 2), told(25_100, 40, 3), told(6_100, 50, 4));

    // Then
    assertThat(counts(seen)).isEqualTo("6100");
  }

  @Test
  void a_copy_of_the_topic_with_other_offsets_adds_nothing() {
    // Given
    List<Appearance> seen =
        List.of(told(5_123, 10, 90), tombstone(20, 91), told(5_123, 30, 92), tombstone(40, 93));
    List<Appearance> both = new ArrayList<>(seen);
    both.addAll(
        List.of(told(5_123, 10, 0), tombstone(20, 1), told(5_123, 30, 2), tombstone(40, 3)));

    // Then
    assertThat(Reappearances.among(both)).isEqualTo(Reappearances.among(seen));
  }

  @Test
  void what_each_arrival_finds_comes_to_the_same_in_every_order() {
    for (int seed = 0; seed < 200; seed++) {
      // Given
      Random random = new Random(seed);
      List<Appearance> all = new ArrayList<>();
      for (int offset = 0; offset < 8; offset++) {
        long at = 100 + random.nextInt(6);
        all.add(
            random.nextInt(3) == 0
                ? tombstone(at, offset)
                : told(90_000 + random.nextInt(9_000), at, offset));
      }
      Set<Long> whole = numbers(all);

      // When
      Collections.shuffle(all, random);
      Set<Long> bitByBit = new TreeSet<>();
      for (int known = 1; known <= all.size(); known++) {
        bitByBit.addAll(numbers(all.subList(0, known)));
      }

      // Then
      assertThat(bitByBit).as("seed " + seed).isEqualTo(whole);
    }
  }

  private static Set<Long> numbers(List<Appearance> seen) {
    Set<Long> numbers = new TreeSet<>();
    Reappearances.among(seen).forEach(again -> numbers.add(again.number()));
    return numbers;
  }
}
