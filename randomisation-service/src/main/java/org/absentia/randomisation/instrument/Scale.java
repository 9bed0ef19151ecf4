package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/**
 * Items whose points make one number, their sum.
 *
 * @param items positions in the questionnaire, from 0
 * @param minimumPresent with at least so many of them answered, the rest counts as the mean of
 *     those; equal to their number where none may be missing
 */
public record Scale(String name, List<Integer> items, int minimumPresent, Rounding rounding) {
  /** What an answer to an item is worth. */
  interface Points {
    BigDecimal of(int item, int answer);

    BigDecimal fewest(int item);

    BigDecimal most(int item);
  }

  public Scale {
    items = List.copyOf(items);
    if (minimumPresent < 1 || minimumPresent > items.size()) {
      throw new IllegalArgumentException("minimumPresent lies between 1 and the number of items");
    }
    if (items.stream().distinct().count() != items.size()) {
      throw new IllegalArgumentException("an item counts once in a scale");
    }
  }

  Score score(ItemAnswers answers, Points points) {
    List<Integer> missing = missing(answers);
    int present = items.size() - missing.size();
    BigDecimal sum = sum(answers, points);
    if (missing.isEmpty()) {
      return new Score.Determined(sum.scale() == 0 ? sum : rounding.round(sum));
    }
    if (present >= minimumPresent) {
      BigDecimal all = sum.multiply(BigDecimal.valueOf(items.size()));
      return new Score.Determined(rounding.divide(all, present));
    }
    return new Score.Undetermined(
        missing.stream().map(points::fewest).reduce(sum, BigDecimal::add),
        missing.stream().map(points::most).reduce(sum, BigDecimal::add),
        missing);
  }

  List<Integer> missing(ItemAnswers answers) {
    return items.stream().filter(item -> answers.values().get(item).isEmpty()).toList();
  }

  private BigDecimal sum(ItemAnswers answers, Points points) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int item : items) {
      OptionalInt answer = answers.values().get(item);
      if (answer.isPresent()) {
        sum = sum.add(points.of(item, answer.getAsInt()));
      }
    }
    return sum;
  }
}
