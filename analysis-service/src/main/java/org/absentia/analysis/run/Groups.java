package org.absentia.analysis.run;

import java.util.List;
import org.absentia.analysis.dataset.Row;
import org.absentia.statistics.data.Sample;

/** Parts of a dataset by label, and their outcomes as samples. */
final class Groups {

  private Groups() {}

  static List<Row> of(List<Row> rows, String label) {
    return rows.stream().filter(row -> row.label().filter(label::equals).isPresent()).toList();
  }

  /** Collect the lost workdays of the rows that have an outcome. */
  static Sample lostWorkdays(List<Row> rows) {
    return Sample.of(
        rows.stream()
            .flatMap(row -> row.outcome().stream())
            .mapToDouble(outcome -> outcome.lostWorkdays())
            .toArray());
  }
}
