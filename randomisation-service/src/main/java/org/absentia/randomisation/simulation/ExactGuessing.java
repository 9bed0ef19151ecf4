package org.absentia.randomisation.simulation;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.simulation.Guessing.Share;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The guesser's share by summing over every past, weighted with its probability: in fractions while
 * they stay small, otherwise in doubles, whose sums err in the fifteenth digit.
 */
final class ExactGuessing {
  private static final int MOST_FRACTIONS = 3_000;
  private static final BigInteger LONGEST = BigInteger.valueOf(1_000_000);

  private ExactGuessing() {}

  /**
   * Returns both shares over the first n allocations; empty when there are too many pasts to sum
   * over.
   */
  static Optional<Guessing> of(CountedPast start, int n, int mostPasts) {
    Map<CountedPast, BigFraction> pasts = Map.of(start, BigFraction.ONE);
    BigFraction correct = BigFraction.ZERO;
    BigFraction certain = BigFraction.ZERO;
    long summed = 0;
    for (int i = 0; i < n; i++) {
      summed += pasts.size();
      if (summed > MOST_FRACTIONS) {
        return inDoubles(start, n, mostPasts);
      }
      for (Map.Entry<CountedPast, BigFraction> past : pasts.entrySet()) {
        CountedPast state = past.getKey();
        BigFraction best = BigFraction.of(state.largest(), state.sum());
        correct = correct.add(past.getValue().multiply(best));
        certain = state.largest() == state.sum() ? certain.add(past.getValue()) : certain;
      }
      pasts = next(pasts);
    }
    return Optional.of(new Guessing(share(correct, n), share(certain, n)));
  }

  private static Map<CountedPast, BigFraction> next(Map<CountedPast, BigFraction> pasts) {
    Map<CountedPast, BigFraction> next = new HashMap<>();
    pasts.forEach(
        (past, probability) -> {
          for (int arm = 0; arm < past.arms(); arm++) {
            if (past.weights().get(arm) > 0) {
              next.merge(
                  past.after(arm),
                  probability.multiply(BigFraction.of(past.weights().get(arm), past.sum())),
                  BigFraction::add);
            }
          }
        });
    return next;
  }

  private static Share share(BigFraction sum, int n) {
    BigFraction share = sum.divide(n);
    return new Share(
        share.doubleValue(),
        share.getDenominator().compareTo(LONGEST) <= 0
            ? Optional.of(share.toString().replace(" ", ""))
            : Optional.empty(),
        0);
  }

  private static Optional<Guessing> inDoubles(CountedPast start, int n, int mostPasts) {
    Map<CountedPast, Double> pasts = Map.of(start, 1.0);
    double correct = 0;
    double certain = 0;
    for (int i = 0; i < n; i++) {
      if (pasts.size() > mostPasts) {
        return Optional.empty();
      }
      Map<CountedPast, Double> next = new HashMap<>();
      for (Map.Entry<CountedPast, Double> past : pasts.entrySet()) {
        CountedPast state = past.getKey();
        double best = (double) state.largest() / state.sum();
        correct += past.getValue() * best;
        certain += best == 1 ? past.getValue() : 0;
        for (int arm = 0; arm < state.arms(); arm++) {
          if (state.weights().get(arm) > 0) {
            next.merge(state.after(arm), past.getValue() * state.probability(arm), Double::sum);
          }
        }
      }
      pasts = next;
    }
    return Optional.of(
        new Guessing(
            new Share(correct / n, Optional.empty(), 0),
            new Share(certain / n, Optional.empty(), 0)));
  }
}
