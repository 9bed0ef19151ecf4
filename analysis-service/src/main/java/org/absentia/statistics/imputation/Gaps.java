package org.absentia.statistics.imputation;

import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Indexes;

/**
 * Where a variable was observed and where it was not, among the rows in which some variable was.
 */
record Gaps(ChainVariable variable, Indexes observed, Indexes missing) {

  static Gaps of(ChainVariable variable, Indexes rows) {
    return new Gaps(
        variable,
        Indexes.of(
            IntStream.of(rows.array()).filter(r -> !variable.column().isMissing(r)).toArray()),
        Indexes.of(
            IntStream.of(rows.array()).filter(r -> variable.column().isMissing(r)).toArray()));
  }

  /** The rows in which some variable is there. */
  static Indexes usedRows(List<ChainVariable> variables) {
    int n = variables.isEmpty() ? 0 : variables.getFirst().column().size();
    return Indexes.of(
        IntStream.range(0, n)
            .filter(row -> variables.stream().anyMatch(v -> !v.column().isMissing(row)))
            .toArray());
  }
}
