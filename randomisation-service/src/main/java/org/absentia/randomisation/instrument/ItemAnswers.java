package org.absentia.randomisation.instrument;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The answers to a questionnaire's items in order; a missing one is empty, never zero. */
public record ItemAnswers(List<OptionalInt> values) {
  public ItemAnswers {
    values = List.copyOf(values);
  }

  public static ItemAnswers of(int... values) {
    return new ItemAnswers(IntStream.of(values).mapToObj(OptionalInt::of).toList());
  }

  public static ItemAnswers allMissing(int count) {
    return new ItemAnswers(Collections.nCopies(count, OptionalInt.empty()));
  }

  /** Returns these answers with the others in the place of those that are missing. */
  public ItemAnswers orElse(ItemAnswers others) {
    return new ItemAnswers(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i).isPresent() ? values.get(i) : others.values.get(i))
            .toList());
  }

  /** Returns how many items were answered. */
  public long present() {
    return values.stream().filter(OptionalInt::isPresent).count();
  }
}
