package org.absentia.outcome.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.absentia.outcome.Seeds;
import org.junit.jupiter.api.Test;

class FirstWordTest {
  @Test
  void on_each_day_the_value_that_was_said_first_holds() {
    Seeds.forSeeds(
        300,
        random -> {
          // Given
          List<Segment<Character>> words = new ArrayList<>();
          for (int i = random.nextInt(12); i > 0; i--) {
            int from = random.nextInt(40);
            Period days = new Period(from, from + random.nextInt(15));
            words.add(new Segment<>(days, (char) ('a' + random.nextInt(3))));
          }

          // When
          FirstWord<Character> said = new FirstWord<>();
          words.forEach(word -> said.say(word.period(), word.value()));
          Timeline<Character> timeline = said.timeline();

          // Then
          for (int day = -1; day < 60; day++) {
            assertThat(timeline.at(day, '.')).isEqualTo(firstSaidOf(day, words));
          }
          assertThat(Timeline.of(timeline.segments())).isEqualTo(timeline);
        });
  }

  private static char firstSaidOf(int day, List<Segment<Character>> words) {
    for (Segment<Character> word : words) {
      if (word.period().covers(day)) {
        return word.value();
      }
    }
    return '.';
  }
}
