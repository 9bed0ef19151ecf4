package org.absentia.suite.world;

import java.util.ArrayList;
import java.util.List;

/** Values with the weight of each. */
record Weighted<T>(List<T> values, List<Double> weights) {
  Weighted {
    if (values.isEmpty() || values.size() != weights.size()) {
      throw new IllegalArgumentException("one weight for each value");
    }
    values = List.copyOf(values);
    weights = List.copyOf(weights);
  }

  static <T> Weighted<T> of(T first, double weight) {
    return new Weighted<>(List.of(first), List.of(weight));
  }

  Weighted<T> or(T next, double weight) {
    List<T> moreValues = new ArrayList<>(values);
    moreValues.add(next);
    List<Double> moreWeights = new ArrayList<>(weights);
    moreWeights.add(weight);
    return new Weighted<>(moreValues, moreWeights);
  }

  double total() {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }
}
