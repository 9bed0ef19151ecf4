package org.absentia.statistics.contingency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The nodes before a column: every descending vector of remaining row totals that some table has
 * there. Rows with equal totals are interchangeable for all that follows, so a node stands for its
 * whole orbit of permutations. Nodes are found by their totals through a sorted list of codes.
 */
final class Stage {
  private static final int MOST_DIRECT = 4_000_000;

  private final List<int[]> nodes;
  private final long[] codes;
  private final double[] orbits;
  private final double[] logWays;
  private final double[][] lengths;
  private final double[][] probabilities;
  private final int[] direct;

  private Stage(Margins margins, List<int[]> nodes) {
    this.nodes = nodes;
    this.codes = nodes.stream().mapToLong(node -> code(margins, node)).toArray();
    this.orbits = nodes.stream().mapToDouble(Stage::orbit).toArray();
    this.logWays = nodes.stream().mapToDouble(margins::logWays).toArray();
    this.lengths = new double[nodes.size()][];
    this.probabilities = new double[nodes.size()][];
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

  /** Lists the nodes before a column; at most so many that the caller sees it is too many. */
  static Stage before(int column, Margins margins, long most) {
    List<int[]> nodes = new ArrayList<>();
    int[] totals = new int[margins.rows()];
    list(margins, totals, 0, margins.remaining(column), most, nodes);
    return new Stage(margins, nodes);
  }

  /** In ascending order of codes, since each total runs upwards. */
  private static void list(
      Margins margins, int[] totals, int row, int rest, long most, List<int[]> nodes) {
    if (nodes.size() > most) {
      return;
    }
    int largest = Math.min(rest, row == 0 ? rest : totals[row - 1]);
    largest = Math.min(largest, margins.row(row));
    if (row == totals.length - 1) {
      if (rest <= largest) {
        totals[row] = rest;
        nodes.add(totals.clone());
      }
      return;
    }
    int below = 0;
    for (int i = row; i < totals.length; i++) {
      below += i > row ? margins.row(i) : 0;
    }
    for (int total = Math.max(0, rest - below); total <= largest; total++) {
      totals[row] = total;
      list(margins, totals, row + 1, rest - total, most, nodes);
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

  int[] node(int place) {
    return nodes.get(place);
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
