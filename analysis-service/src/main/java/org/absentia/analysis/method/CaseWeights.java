package org.absentia.analysis.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;

/**
 * The option {@code weight}: a column that says how much each row counts. A row of weight 0 is as
 * good as not there, so it is dropped like one whose weight is missing.
 *
 * @param column the weights; none when each row counts once
 * @param data the data without weights of 0
 */
record CaseWeights(Optional<Name> column, Frame data, List<String> notes) {
  private static final String PLACE = "/weight";

  CaseWeights {
    notes = List.copyOf(notes);
  }

  static CaseWeights of(StatisticsRequest request, Frame data) {
    Optional<Name> name = request.optionalColumn("weight");
    if (name.isEmpty()) {
      return new CaseWeights(name, data, List.of());
    }
    String column = name.get().column();
    Column found =
        data.find(column)
            .orElseThrow(() -> new InputFault(PLACE, "names a column that is not in the data"));
    if (!(found instanceof Column.Numbers numbers)) {
      throw new InputFault(PLACE, "needs a column of numbers");
    }
    double[] positive = new double[numbers.size()];
    int zeros = 0;
    for (int row = 0; row < positive.length; row++) {
      double weight = numbers.at(row);
      if (weight < 0) {
        throw new InputFault(PLACE, "needs weights of 0 or more");
      }
      zeros += weight == 0 ? 1 : 0;
      positive[row] = weight == 0 ? Double.NaN : weight;
    }
    Map<String, Column> columns = new LinkedHashMap<>(data.columns());
    columns.put(column, new Column.Numbers(positive));
    return new CaseWeights(
        name,
        new Frame(columns, data.rows()),
        zeros == 0 ? List.of() : List.of("rows of weight 0, dropped: " + zeros));
  }

  /** The column and its option, for the model that must know of it. */
  Map<Name, String> uses() {
    return column.map(name -> Map.of(name, "weight")).orElse(Map.of());
  }

  /** The weights of a model's rows. */
  Optional<Vector> in(ModelFrame frame) {
    return column.map(name -> frame.numbers(name, PLACE));
  }
}
