package org.absentia.outcome.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.absentia.outcome.Seeds;
import org.junit.jupiter.api.Test;

class ReaderTest {
  @Test
  void reading_in_any_order_agrees_with_searching_for_each_day() {
    Seeds.forSeeds(
        300,
        random -> {
          // Given
          Timeline<Character> timeline = drawn(random);
          Reader<Character> reader = timeline.reader('.');
          int day = random.nextInt(-40, 40);

          for (int step = 0; step < 100; step++) {
            // When
            day = random.nextInt(4) == 0 ? random.nextInt(-40, 40) : day + random.nextInt(3);

            // Then
            assertThat(reader.at(day)).isEqualTo(timeline.at(day, '.'));
            assertHoldsUntilTheEnd(reader.end(), day, timeline);
          }
        });
  }

  @Test
  void before_after_and_without_segments_the_other_value_holds() {
    Reader<Character> reader = Timeline.of(new Period(5, 6), 'a').reader('.');
    assertThat(reader.at(4)).isEqualTo('.');
    assertThat(reader.end()).isEqualTo(5);
    assertThat(reader.at(5)).isEqualTo('a');
    assertThat(reader.end()).isEqualTo(7);
    assertThat(reader.at(7)).isEqualTo('.');
    assertThat(reader.end()).isEqualTo(Reader.NEVER);
    assertThat(Timeline.<Character>empty().reader('.').at(-9)).isEqualTo('.');
  }

  private static void assertHoldsUntilTheEnd(int end, int day, Timeline<Character> timeline) {
    assertThat(end).isGreaterThan(day);
    for (int later = day; later < Math.min(end, 60); later++) {
      assertThat(timeline.at(later, '.')).isEqualTo(timeline.at(day, '.'));
    }
  }

  private static Timeline<Character> drawn(SplittableRandom random) {
    FirstWord<Character> said = new FirstWord<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = random.nextInt(-40, 40);
      said.say(new Period(from, from + random.nextInt(9)), (char) ('a' + random.nextInt(3)));
    }
    return said.timeline();
  }
}
