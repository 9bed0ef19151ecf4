package org.absentia.statistics.contingency;

import java.util.Arrays;
import java.util.Optional;

/**
 * The nodes before a column: every descending vector of remaining row totals that some table has
 * there. Rows with equal totals are interchangeable for all that follows, so a node stands for its
 * whole orbit of permutations. Nodes are found by their totals through a sorted list of codes.
 */
final class Stage {
  private static final int MOST_DIRECT = 4_000_000;

  private final Margins margins;
  private final int remaining;
  private final long[] codes;
  private final double[] orbits;
  private final double[] logWays;
  private final double[][] lengths;
  private final double[][] probabilities;
  private final int[] direct;

  private Stage(Margins margins, int remaining, long... codes) {
    this.margins = margins;
    this.remaining = remaining;
    this.codes = codes;
    this.orbits = new double[codes.length];
    this.logWays = new double[codes.length];
    for (int place = 0; place < codes.length; place++) {
      int[] node = node(place);
      orbits[place] = orbit(node);
      logWays[place] = margins.logWays(node);
    }
    this.lengths = new double[codes.length][];
    this.probabilities = new double[codes.length][];
    this.direct = direct(codes);
  }

  /** Places by code, where codes are so few that looking them up needs no search. */
  private static int[] direct(long... codes) {
    long largest = codes.length == 0 ? 0 : codes[codes.length - 1];
    if (largest >= MOST_DIRECT) {
      return new int[0];
    }
    int[] direct = new int[(int) largest + 1];
    Arrays.fill(direct, -1);
    for (int place = 0; place < codes.length; place++) {
      direct[(int) codes[place]] = place;
    }
    return direct;
  }

  /** The nodes before a column; none where there are more than the most. */
  static Optional<Stage> before(int column, Margins margins, long most) {
    int remaining = margins.remaining(column);
    Codes codes = new Codes(margins, most);
    codes.list(new int[margins.rows()], 0, remaining);
    return codes.size > most
        ? Optional.empty()
        : Optional.of(new Stage(margins, remaining, Arrays.copyOf(codes.found, codes.size)));
  }

  /** The codes of nodes, listed in ascending order until there are too many. */
  private static final class Codes {
    private final Margins margins;
    private final long most;
    private long[] found = new long[16];
    private int size;

    Codes(Margins margins, long most) {
      this.margins = margins;
      this.most = Math.min(most, Integer.MAX_VALUE / 2);
    }

    /** In ascending order of codes, since each total runs upwards; none is below the mean. */
    void list(int[] totals, int row, int rest) {
      int largest = Math.min(rest, row == 0 ? rest : totals[row - 1]);
      largest = Math.min(largest, margins.row(row));
      if (row == totals.length - 1) {
        if (rest <= largest) {
          totals[row] = rest;
          add(code(margins, totals));
        }
        return;
      }
      int below = 0;
      for (int i = row + 1; i < totals.length; i++) {
        below += margins.row(i);
      }
      int rows = totals.length - row;
      int least = Math.max((rest + rows - 1) / rows, rest - below);
      for (int total = least; total <= largest && size <= most; total++) {
        totals[row] = total;
        list(totals, row + 1, rest - total);
      }
    }

    private void add(long code) {
      if (size == found.length) {
        found = Arrays.copyOf(found, 2 * size);
      }
      found[size++] = code;
    }
  }

  /** A number that orders vectors of totals as their first different total does. */
  static long code(Margins margins, int... totals) {
    long code = 0;
    for (int i = 0; i < totals.length - 1; i++) {
      code = code * (margins.row(i) + 1L) + totals[i];
    }
    return code;
  }

  /** Tells whether the codes of all vectors fit into 63 bits. */
  static boolean canEncode(Margins margins) {
    double largest = 1;
    for (int i = 0; i < margins.rows() - 1; i++) {
      largest *= margins.row(i) + 1.0;
    }
    return largest < Long.MAX_VALUE / 2.0;
  }

  private static double orbit(int... totals) {
    double orbit = 1;
    int equal = 0;
    for (int i = 0; i < totals.length; i++) {
      equal = i > 0 && totals[i] == totals[i - 1] ? equal + 1 : 1;
      orbit *= (i + 1.0) / equal;
    }
    return orbit;
  }

  int size() {
    return codes.length;
  }

  /** The row totals of a node, from its code. */
  int[] node(int place) {
    int[] totals = new int[margins.rows()];
    long rest = codes[place];
    int last = remaining;
    for (int i = totals.length - 2; i >= 0; i--) {
      totals[i] = (int) (rest % (margins.row(i) + 1L));
      rest /= margins.row(i) + 1L;
      last -= totals[i];
    }
    totals[totals.length - 1] = last;
    return totals;
  }

  /** The place of the node with a code; negative where there is none. */
  int find(long code) {
    if (direct.length == 0) {
      return Arrays.binarySearch(codes, code);
    }
    return code >= 0 && code < direct.length ? direct[(int) code] : -1;
  }

  double orbit(int place) {
    return orbits[place];
  }

  double logWays(int place) {
    return logWays[place];
  }

  /** The lengths of the pasts of a node. */
  double[] lengths(int place) {
    return lengths[place];
  }

  /** The probability of all pasts of each length. */
  double[] probabilities(int place) {
    return probabilities[place];
  }

  void keep(int place, Pasts pasts) {
    lengths[place] = pasts.lengths();
    probabilities[place] = pasts.probabilities();
  }
}
