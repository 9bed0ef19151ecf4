package org.absentia.statistics.contingency;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.absentia.statistics.progress.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The network of Mehta and Patel (1983 JASA 78:427, 1986 ACM TOMS 12:154). A stage lies before each
 * column, a node is what remains of the row totals, an arc fills a column, and the length of a path
 * is ln of the product over its columns of C!/product of x!: the longer, the more probable the
 * table. Each node gathers the pasts of the nodes behind it; a past whose longest way on is not
 * longer than the limit counts as a whole, one whose shortest way on is longer is dropped. The last
 * two columns are listed at once.
 */
final class FisherNetwork {
  private static final long CHARGED_AT_ONCE = 1_000_000;
  private static final int BOUND_STEPS = 8;
  private static final long STEPS_TO_KEEP = 4;

  private final Margins margins;
  private final double limit;
  private final long mostNodes;
  private final long mostSteps;
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong kept = new AtomicLong();
  private final Steps nodes = Steps.untilSettled("nodes");

  /**
   * A network.
   *
   * @param limit the length up to which paths count
   */
  FisherNetwork(Margins margins, double limit, FisherExact most) {
    this.margins = margins;
    this.limit = limit;
    this.mostNodes = most.mostNodes();
    this.mostSteps = most.mostSteps();
  }

  /** The probability of all tables whose paths are not longer than the limit; empty if too many. */
  OptionalDouble probability() {
    Stage stage = Stage.before(0, margins, mostNodes).orElseThrow();
    stage.keep(0, Pasts.ofRoot());
    kept.addAndGet(1);
    if (margins.columns() == 2) {
      return LastColumns.of(margins, stage.node(0))
          .map(ends -> OptionalDouble.of(ends.upTo(limit)))
          .orElse(OptionalDouble.empty());
    }
    double sum = 0;
    for (int column = 0; column < margins.columns() - 2; column++) {
      Optional<Stage> next = Stage.before(column + 1, margins, mostNodes - kept.get());
      if (next.isEmpty()) {
        return OptionalDouble.empty();
      }
      kept.addAndGet(next.get().size());
      sum += closed(stage, next.get(), column);
      if (exceeded()) {
        return OptionalDouble.empty();
      }
      stage = next.get();
    }
    return OptionalDouble.of(sum);
  }

  private boolean exceeded() {
    return steps.get() >= mostSteps || kept.get() > mostNodes;
  }

  /** Lets every node of the next stage gather its pasts; the sum of what can be closed there. */
  private double closed(Stage stage, Stage next, int column) {
    boolean last = column == margins.columns() - 3;
    PathBounds bounds = new PathBounds(margins, column + 1);
    double[] sums = new double[next.size()];
    IntStream.range(0, next.size())
        .parallel()
        .forEach(
            place -> {
              if (!exceeded()) {
                Gathering gathering = new Gathering(stage, next, place, column, bounds, last);
                sums[place] = gathering.sum();
                nodes.done(1);
              }
            });
    return Arrays.stream(sums).sum();
  }

  /** What comes together at one node. */
  private final class Gathering {
    private final Stage before;
    private final int column;
    private final int[] node;
    private final double logWays;
    private final double orbit;
    private final double longest;
    private final double shortest;
    private final boolean last;
    private final Pasts pasts = new Pasts();
    private final int[] cells;
    private final int[] parent;
    private @Nullable LastColumns ends;
    private double sum;
    private long work;

    Gathering(Stage before, Stage next, int place, int column, PathBounds bounds, boolean last) {
      this.before = before;
      this.column = column;
      this.node = next.node(place);
      this.logWays = next.logWays(place);
      this.orbit = next.orbit(place);
      this.work = (long) BOUND_STEPS * node.length * (margins.columns() - column);
      this.longest = bounds.longest(node);
      this.shortest = bounds.shortest(node);
      this.last = last;
      this.cells = new int[node.length];
      this.parent = new int[node.length];
      arcs(0, margins.column(column), margins.logFactorial(margins.column(column)));
      charge();
      if (!last) {
        next.keep(place, pasts);
        kept.addAndGet(pasts.size());
      }
    }

    double sum() {
      return sum;
    }

    /** Adds what was done to the steps of all; true while there may be more. */
    private boolean charge() {
      long all = steps.addAndGet(work);
      work = 0;
      return all < mostSteps;
    }

    /** Every way to fill the column before this node, row by row. */
    private void arcs(int row, int rest, double length) {
      if (++work > CHARGED_AT_ONCE && !charge()) {
        return;
      }
      int room = margins.row(0) - node[row];
      if (row == node.length - 1) {
        if (rest <= room) {
          cells[row] = rest;
          nodes.check();
          arc(length - margins.logFactorial(rest));
        }
        return;
      }
      int below = 0;
      for (int i = row + 1; i < node.length; i++) {
        below += margins.row(0) - node[i];
      }
      int most = Math.min(room, rest);
      for (int x = Math.max(0, rest - below); x <= most && steps.get() < mostSteps; x++) {
        cells[row] = x;
        arcs(row + 1, rest - x, length - margins.logFactorial(x));
      }
    }

    private void arc(double length) {
      work++;
      int place = before.find(codeOfParent());
      if (place < 0 || before.lengths(place).length == 0) {
        return;
      }
      double[] lengths = before.lengths(place);
      double[] probabilities = before.probabilities(place);
      double share = Double.NaN;
      for (int k = 0; k < lengths.length; k++) {
        double reached = lengths[k] + length;
        if (reached + shortest <= limit) {
          share =
              Double.isNaN(share)
                  ? Math.exp(length + logWays - before.logWays(place)) * orbit / before.orbit(place)
                  : share;
          arrive(reached, probabilities[k] * share);
        }
      }
      work += (last ? 1 : STEPS_TO_KEEP) * lengths.length;
    }

    private void arrive(double length, double probability) {
      if (length + longest <= limit) {
        sum += probability;
      } else if (last) {
        sum += probability * endsUpTo(limit - length);
      } else {
        pasts.add(length, probability);
      }
    }

    /** The ways on from here; a node with too many of them ends the whole search. */
    private double endsUpTo(double rest) {
      if (ends == null) {
        Optional<LastColumns> listed = LastColumns.of(margins, node);
        work += listed.map(LastColumns::size).orElse(Integer.MAX_VALUE);
        if (listed.isEmpty()) {
          charge();
          return 0;
        }
        ends = listed.get();
      }
      return ends.upTo(rest);
    }

    /** The code of the node behind; -1 where some total would be larger than the table's. */
    private long codeOfParent() {
      for (int i = 0; i < node.length; i++) {
        int total = node[i] + cells[i];
        int k = i;
        while (k > 0 && parent[k - 1] < total) {
          parent[k] = parent[k - 1];
          k--;
        }
        parent[k] = total;
      }
      for (int i = 0; i < parent.length; i++) {
        if (parent[i] > margins.row(i)) {
          return -1;
        }
      }
      return Stage.code(margins, parent);
    }
  }
}
