package org.absentia.outcome.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.absentia.outcome.Seeds;
import org.junit.jupiter.api.Test;

/** Day 4 is Monday 5 January 1970. */
class TimelineTest {
  private static final Period TWO_WEEKS = new Period(4, 17);

  @Test
  void neighbours_of_equal_value_are_joined() {
    assertThat(
            Timeline.of(List.of(segment(6, 8, 'a'), segment(4, 5, 'a'), segment(9, 9, 'b')))
                .segments())
        .containsExactly(segment(4, 8, 'a'), segment(9, 9, 'b'));
  }

  @Test
  void segments_that_overlap_are_refused() {
    assertThatThrownBy(() -> Timeline.of(List.of(segment(4, 6, 'a'), segment(6, 8, 'b'))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void on_each_day_the_first_listed_timeline_that_has_a_value_wins() {
    // Given
    Timeline<Character> first = Timeline.of(List.of(segment(6, 7, 'a'), segment(11, 20, 'a')));
    Timeline<Character> second = Timeline.of(List.of(segment(5, 12, 'b')));

    // When / Then
    assertThat(letters(Timeline.firstOf(List.of(first, second)))).isEqualTo(".baabbb aaaaaaa");
    assertThat(letters(Timeline.firstOf(List.of(second, first)))).isEqualTo(".bbbbbb bbaaaaa");
  }

  @Test
  void all_values_of_a_day_come_in_the_order_of_the_list() {
    // Given
    Timeline<Character> first = Timeline.of(List.of(segment(6, 7, 'a')));
    Timeline<Character> second = Timeline.of(List.of(segment(5, 12, 'b')));

    // When / Then
    assertThat(Timeline.allOf(List.of(first, second)).segments())
        .containsExactly(
            new Segment<>(new Period(5, 5), List.of('b')),
            new Segment<>(new Period(6, 7), List.of('a', 'b')),
            new Segment<>(new Period(8, 12), List.of('b')));
  }

  @Test
  void only_the_days_of_a_window_are_kept() {
    Timeline<Character> timeline = Timeline.of(List.of(segment(1, 6, 'a'), segment(8, 30, 'b')));
    assertThat(letters(timeline.within(new Period(5, 9)))).isEqualTo(".aa.bb. .......");
    assertThat(timeline.within(new Period(7, 7)).segments()).isEmpty();
  }

  @Test
  void overlaying_agrees_with_looking_at_each_day() {
    Seeds.forSeeds(
        300,
        random -> {
          // Given
          List<Timeline<Character>> timelines = new ArrayList<>();
          for (int i = 0; i < random.nextInt(6); i++) {
            timelines.add(drawn(random::nextInt));
          }

          // When
          Timeline<Character> overlaid = Timeline.firstOf(timelines);

          // Then
          for (int day = 0; day < 40; day++) {
            assertThat(overlaid.at(day, '.')).isEqualTo(onDay(timelines, day));
          }
          assertThat(Timeline.of(overlaid.segments())).isEqualTo(overlaid);
        });
  }

  private static char onDay(List<Timeline<Character>> timelines, int day) {
    return timelines.stream()
        .map(timeline -> timeline.at(day, '.'))
        .filter(letter -> letter != '.')
        .findFirst()
        .orElse('.');
  }

  private static Timeline<Character> drawn(Function<Integer, Integer> upTo) {
    List<Segment<Character>> segments = new ArrayList<>();
    int day = upTo.apply(10);
    while (day < 35) {
      int last = day + upTo.apply(5);
      segments.add(segment(day, last, (char) ('a' + upTo.apply(3))));
      day = last + 1 + upTo.apply(4);
    }
    return Timeline.of(segments);
  }

  private static String letters(Timeline<Character> timeline) {
    return Letters.of(timeline, TWO_WEEKS, Function.identity());
  }

  private static Segment<Character> segment(int from, int to, char value) {
    return new Segment<>(new Period(from, to), value);
  }
}
