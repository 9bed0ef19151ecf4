package org.absentia.randomisation.scheme;

import java.util.List;

/** The probability p/q, above one half and below one, with which the arm that lags is favoured. */
public record Bias(int p, int q) {
  private static final int LARGEST = 1000;

  public Bias {
    IllegalDesign.unless(
        q >= 1 && q <= LARGEST && 2 * p > q && p < q,
        "bias",
        "lies between 1/2 and 1, both excluded");
  }

  List<Integer> members() {
    return List.of(p, q);
  }
}
