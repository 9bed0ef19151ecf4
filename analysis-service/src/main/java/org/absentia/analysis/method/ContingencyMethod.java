package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.statistics.contingency.CrossTable;
import org.absentia.statistics.contingency.FisherExact;
import org.absentia.statistics.contingency.Independence;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.table.ChiSquare;

/** {@code contingency}. */
final class ContingencyMethod implements Method {
  private static final double BYTES_OF_NETWORK = 20.0 * FisherExact.DEFAULT.mostNodes();
  private static final FisherExact OF_A_CALL =
      new FisherExact(FisherExact.DEFAULT.mostNodes(), 300_000_000);

  @Override
  public String name() {
    return "contingency";
  }

  @Override
  public Cost cost(Extent of) {
    double cells = of.levels("row") * of.levels("column");
    return new Cost(2000 * of.rows() + 200 * cells, cells > 4 ? BYTES_OF_NETWORK : 0)
        .plus(Cost.ofAnswer(cells));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("row", "column", "weight");
    Name row = request.column("row");
    Name column = request.column("column");
    Optional<Name> weight = request.optionalColumn("weight");
    request.check();
    Map<Expression, String> uses = new LinkedHashMap<>();
    uses.put(row, "/row");
    uses.putIfAbsent(column, "/column");
    weight.ifPresent(name -> uses.putIfAbsent(name, "/weight"));
    ModelFrame frame = ModelFrame.of(request.frame(), request.order(), uses);
    CrossTable table =
        CrossTable.of(
            frame.factor(row, request.order()),
            frame.factor(column, request.order()),
            weights(frame, weight));
    Independence.Result found = Independence.test(table);
    FisherExact.Result fisher = (request.isJob() ? FisherExact.DEFAULT : OF_A_CALL).test(table);
    List<String> notes = new ArrayList<>(frame.notes());
    fisher.obstacle().ifPresent(notes::add);
    if (fisher.exceeded() && !request.isJob()) {
      notes.add("a job (Prefer: respond-async) may take more steps");
    }
    notesOf(table, found, notes);
    ObjectNode answer = request.answer(name(), frame.n(), notes);
    write(table, answer);
    write(found, fisher, answer);
    return answer;
  }

  private static Vector weights(ModelFrame frame, Optional<Name> weight) {
    if (weight.isEmpty()) {
      return Vector.constant(1, frame.n());
    }
    Vector weights = frame.numbers(weight.get(), "/weight");
    if (Arrays.stream(weights.array()).anyMatch(w -> w < 0)) {
      throw new InputFault("/weight", "must not be negative");
    }
    return weights;
  }

  private static void notesOf(CrossTable table, Independence.Result found, List<String> notes) {
    if (Double.isInfinite(Arrays.stream(table.rowTotals()).sum())) {
      notes.add("the weights add up to more than a number of double precision");
    }
    if (table.rows() < 2 || table.columns() < 2) {
      notes.add("a variable with fewer than two levels: there is nothing to test");
    } else if (found.minimumExpected() < 5) {
      notes.add("an expected count is below 5: the chi-square tests are rough");
    }
    if (table.rows() == 2 && table.columns() == 2 && Double.isNaN(found.oddsRatio())) {
      notes.add("an empty cell: the odds ratio is not finite");
    }
  }

  private static void write(CrossTable table, ObjectNode out) {
    table.rowLevels().forEach(out.putArray("rowLevels")::add);
    table.columnLevels().forEach(out.putArray("columnLevels")::add);
    ArrayNode cells = out.putArray("table");
    for (int i = 0; i < table.rows(); i++) {
      ArrayNode row = cells.addArray();
      for (int j = 0; j < table.columns(); j++) {
        double cell = table.at(i, j);
        if (cell == Math.rint(cell) && cell < 1e15) {
          row.add((long) cell);
        } else if (Double.isFinite(cell)) {
          row.add(cell);
        } else {
          row.addNull();
        }
      }
    }
  }

  private static void write(Independence.Result found, FisherExact.Result fisher, ObjectNode out) {
    Writing.put(out, "minimumExpected", found.minimumExpected());
    Writing.put(out.putObject("pearson"), found.pearson());
    Writing.put(out.putObject("likelihoodRatio"), found.likelihoodRatio());
    out.set("yates", found.yates().map(ContingencyMethod::corrected).orElse(null));
    Writing.put(out.putObject("fisherExact"), "pValue", fisher.pValue());
    Writing.put(out, "cramersV", found.cramersV());
    Writing.put(out, "oddsRatio", found.oddsRatio());
  }

  private static ObjectNode corrected(ChiSquare test) {
    ObjectNode out = Writing.object();
    Writing.put(out, "chiSquare", test.statistic());
    Writing.put(out, "pValue", test.pValue());
    return out;
  }
}
