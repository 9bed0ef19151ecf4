package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A questionnaire's scoring rule: the sum of the items' points.
 *
 * @param minimumPresent with at least so many items answered, the rest counts as the mean of those;
 *     equal to the number of items where nothing may be missing
 */
public record Instrument(String name, String title, List<Item> items, int minimumPresent) {
  private static final int DECIMALS = 4;

  public Instrument {
    items = List.copyOf(items);
    if (minimumPresent < 1 || minimumPresent > items.size()) {
      throw new IllegalArgumentException("minimumPresent lies between 1 and the number of items");
    }
  }

  /** Scores the answers, which fit the items in number and range. */
  public Score score(ItemAnswers answers) {
    if (answers.values().size() != items.size()) {
      throw new IllegalArgumentException("there is one answer, or a missing one, for each item");
    }
    if (answers.present() >= minimumPresent) {
      return new Score.Determined(prorated(answers));
    }
    return new Score.Undetermined(
        BigDecimal.valueOf(sum(answers, Item::fewestPoints)),
        BigDecimal.valueOf(sum(answers, Item::mostPoints)),
        missing(answers));
  }

  private BigDecimal prorated(ItemAnswers answers) {
    BigDecimal sum = BigDecimal.valueOf(sum(answers, missing -> 0));
    if (answers.present() == items.size()) {
      return sum;
    }
    return sum.multiply(BigDecimal.valueOf(items.size()))
        .divide(BigDecimal.valueOf(answers.present()), DECIMALS, RoundingMode.HALF_UP);
  }

  private int sum(ItemAnswers answers, ToIntFunction<Item> whenMissing) {
    int sum = 0;
    for (int i = 0; i < items.size(); i++) {
      OptionalInt answer = answers.values().get(i);
      Item item = items.get(i);
      sum += answer.isPresent() ? item.points(answer.getAsInt()) : whenMissing.applyAsInt(item);
    }
    return sum;
  }

  private static List<Integer> missing(ItemAnswers answers) {
    return IntStream.range(0, answers.values().size())
        .filter(i -> answers.values().get(i).isEmpty())
        .boxed()
        .toList();
  }
}
