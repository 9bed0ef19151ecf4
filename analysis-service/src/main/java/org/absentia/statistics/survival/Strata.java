package org.absentia.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;

/**
 * The parts of the data in which risk sets are formed.
 *
 * @param names of the strata in order, the levels joined by a comma; empty where nothing is divided
 * @param codes the place of each row's stratum
 */
public record Strata(List<String> names, Indexes codes) {
  public Strata {
    names = List.copyOf(names);
  }

  /** All rows in one. */
  public static Strata none(int n) {
    return new Strata(List.of(), Indexes.of(new int[n]));
  }

  /** The combinations of levels that occur, in order of levels, the first factor slowest. */
  public static Strata of(List<Factor> factors, int n) {
    Strata strata = none(n);
    for (Factor factor : factors) {
      strata = strata.dividedBy(factor);
    }
    return strata;
  }

  private Strata dividedBy(Factor factor) {
    int levels = factor.levels().size();
    long[] combined = new long[codes.size()];
    for (int row = 0; row < combined.length; row++) {
      combined[row] = (long) codes.at(row) * levels + factor.codes().at(row);
    }
    long[] found = distinct(combined);
    List<String> all = new ArrayList<>();
    for (long combination : found) {
      String level = factor.levels().get((int) (combination % levels));
      all.add(isDivided() ? names.get((int) (combination / levels)) + ", " + level : level);
    }
    int[] places = new int[combined.length];
    for (int row = 0; row < places.length; row++) {
      places[row] = Arrays.binarySearch(found, combined[row]);
    }
    return new Strata(all, Indexes.of(places));
  }

  private static long[] distinct(long... values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** Tells whether there is more than the whole. */
  public boolean isDivided() {
    return !names.isEmpty();
  }

  /** How many strata. */
  public int count() {
    return Math.max(1, names.size());
  }

  /** The name of a stratum; empty for the whole. */
  public Optional<String> name(int stratum) {
    return isDivided() ? Optional.of(names.get(stratum)) : Optional.empty();
  }
}
