package org.absentia.randomisation.instrument;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One item of a questionnaire.
 *
 * @param reversed whether a high answer counts low
 * @param bands points for ranges of answers; empty when the answer itself counts
 */
public record Item(int minimum, int maximum, boolean reversed, List<Band> bands) {
  /** Answers from and to, both included, earn the points. */
  public record Band(int from, int to, int points) {}

  public Item {
    bands = List.copyOf(bands);
    if (minimum >= maximum) {
      throw new IllegalArgumentException("an item's minimum lies below its maximum");
    }
    for (int answer = minimum; answer <= maximum && !bands.isEmpty(); answer++) {
      int value = answer;
      if (bands.stream().filter(band -> band.from() <= value && value <= band.to()).count() != 1) {
        throw new IllegalArgumentException("each answer lies in exactly one band");
      }
    }
  }

  public boolean admits(int answer) {
    return minimum <= answer && answer <= maximum;
  }

  /** Returns what an answer adds to the score. */
  public int points(int answer) {
    if (!admits(answer)) {
      throw new IllegalArgumentException("the answer lies outside the item's range");
    }
    int value = reversed ? minimum + maximum - answer : answer;
    for (Band band : bands) {
      if (band.from() <= value && value <= band.to()) {
        return band.points();
      }
    }
    return value;
  }

  int fewestPoints() {
    return IntStream.rangeClosed(minimum, maximum).map(this::points).min().orElseThrow();
  }

  int mostPoints() {
    return IntStream.rangeClosed(minimum, maximum).map(this::points).max().orElseThrow();
  }
}
