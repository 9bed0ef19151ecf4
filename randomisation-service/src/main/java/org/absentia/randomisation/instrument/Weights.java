package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.List;

/**
 * A table that a trial supplies because its owner does not give it away: for each item, what each
 * answer is worth, from the lowest answer on.
 */
public record Weights(List<List<BigDecimal>> byItem) {
  /** The range that scores by any such table can have. */
  public record Range(BigDecimal lowest, BigDecimal highest) {}

  public Weights {
    byItem = byItem.stream().map(List::copyOf).toList();
  }

  /** Returns the lowest score of the table. */
  public BigDecimal lowest() {
    return byItem.stream()
        .map(values -> values.stream().reduce(values.getFirst(), BigDecimal::min))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns the highest score of the table. */
  public BigDecimal highest() {
    return byItem.stream()
        .map(values -> values.stream().reduce(values.getFirst(), BigDecimal::max))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
