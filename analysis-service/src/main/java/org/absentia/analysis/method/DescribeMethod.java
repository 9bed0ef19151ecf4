package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.describe.Describe;
import org.absentia.statistics.describe.Description;
import org.absentia.statistics.describe.Frequencies;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.describe.QuantileRule;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.design.Variable;

/** {@code describe}. */
final class DescribeMethod implements Method {
  @Override
  public String name() {
    return "describe";
  }

  @Override
  public Cost cost(Extent of) {
    double groups = of.levels("group");
    double variables = of.count("variables");
    double fields = 20 + 4.0 * of.count("probabilities");
    return of.grouping("group")
        .plus(Cost.ofWork(variables * (40 * of.sorting() + 200 * of.rows() + 60_000 * groups)))
        .plus(Cost.ofAnswer(groups * variables * fields));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("variables", "group", "quantiles", "probabilities");
    Optional<Name> group = request.optionalColumn("group");
    QuantileRule rule = request.choice("quantiles", QuantileRule.class, QuantileRule.AVERAGED);
    Describe describe = new Describe(rule, probabilities(request), request.level());
    List<Expression> variables = variables(request);
    Groups groups = Groups.of(request, group);
    List<String> notes = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      columns.add(Column.of(request, variables.get(i), "/variables/" + i, group, groups, notes));
    }
    ArrayNode results = Writing.object().arrayNode();
    for (int g = 0; g < groups.names.size(); g++) {
      for (Column column : columns) {
        ObjectNode result = results.addObject().put("group", groups.names.get(g).orElse(null));
        result.put("variable", column.variable().text());
        column.write(g, describe, result);
        if (result.path("n").intValue() == 0) {
          notes.add("a group has no values of " + column.variable().text());
        } else if (result.path("standardError").isNull() || result.path("skewness").isNull()) {
          notes.add(column.variable().text() + " does not vary in a group");
        }
      }
    }
    ObjectNode answer = request.answer(name(), groups.used(), notes);
    answer.set("results", results);
    return answer;
  }

  private static List<Double> probabilities(StatisticsRequest request) {
    List<Double> probabilities = new ArrayList<>();
    for (JsonReader element : request.in().elements("probabilities")) {
      double value = element.node().isNumber() ? element.node().doubleValue() : Double.NaN;
      if (value >= 0 && value <= 1) {
        probabilities.add(value);
      } else {
        element.fault("must be a number from 0 to 1");
      }
    }
    return probabilities;
  }

  private static List<Expression> variables(StatisticsRequest request) {
    List<String> texts = request.in().texts("variables");
    if (texts.isEmpty()) {
      request.in().fault("variables", "must name at least one variable");
    }
    request.check();
    return IntStream.range(0, texts.size())
        .mapToObj(i -> Variables.of(request, texts.get(i), "/variables/" + i))
        .toList();
  }

  /**
   * Which rows are in which group.
   *
   * @param codes of each row of the input; -1 of a row without a group
   */
  private record Groups(List<Optional<String>> names, Vector codes, int used) {
    static Groups of(StatisticsRequest request, Optional<Name> group) {
      double[] codes = new double[request.frame().rows()];
      if (group.isEmpty()) {
        return new Groups(List.of(Optional.empty()), Vector.of(codes), codes.length);
      }
      ModelFrame frame =
          ModelFrame.of(request.frame(), request.order(), Map.of(group.get(), "/group"));
      Factor factor = frame.factor(group.get(), request.order());
      Arrays.fill(codes, -1);
      for (int i = 0; i < frame.n(); i++) {
        codes[frame.rows().at(i)] = factor.codes().at(i);
      }
      List<Optional<String>> names = factor.levels().stream().map(Optional::of).toList();
      return new Groups(names, Vector.of(codes), frame.n());
    }

    int[] sizes() {
      int[] sizes = new int[names.size()];
      for (int row = 0; row < codes.size(); row++) {
        if (codes.at(row) >= 0) {
          sizes[(int) codes.at(row)]++;
        }
      }
      return sizes;
    }
  }

  /** One variable by group: numbers, or the places of levels, with those that are missing. */
  private sealed interface Column {
    Expression variable();

    void write(int group, Describe describe, ObjectNode out);

    static Column of(
        StatisticsRequest request,
        Expression variable,
        String place,
        Optional<Name> group,
        Groups groups,
        List<String> notes) {
      Map<Expression, String> uses = new LinkedHashMap<>(Map.of(variable, place));
      group.ifPresent(name -> uses.putIfAbsent(name, "/group"));
      ModelFrame frame = ModelFrame.of(request.frame(), request.order(), uses);
      notes.addAll(frame.notes());
      return switch (frame.variable(variable)) {
        case Variable.Numeric numeric ->
            new Numbers(variable, spread(groups, frame, i -> numeric.values().at(i)));
        case Variable.Categorical categorical ->
            new Levels(
                variable,
                categorical.factor().levels(),
                spread(groups, frame, i -> categorical.factor().codes().at(i)));
      };
    }

    /** The values of each group, {@code NaN} for each that is missing. */
    private static List<Vector> spread(Groups groups, ModelFrame frame, IntToDoubleFunction value) {
      int[] sizes = groups.sizes();
      double[][] values = new double[sizes.length][];
      Arrays.setAll(values, g -> new double[sizes[g]]);
      for (double[] ofGroup : values) {
        Arrays.fill(ofGroup, Double.NaN);
      }
      int[] next = new int[sizes.length];
      for (int i = 0; i < frame.n(); i++) {
        int g = (int) groups.codes().at(frame.rows().at(i));
        values[g][next[g]++] = value.applyAsDouble(i);
      }
      return Arrays.stream(values).map(Vector::of).toList();
    }
  }

  private record Numbers(Expression variable, List<Vector> values) implements Column {
    @Override
    public void write(int group, Describe describe, ObjectNode out) {
      Description found = describe.of(Sample.of(values.get(group).array()));
      Moments moments = found.moments();
      out.put("n", found.n()).put("missing", found.missing());
      Writing.put(out, "mean", moments.mean());
      Writing.put(out, "standardDeviation", moments.standardDeviation());
      Writing.put(out, "variance", moments.variance());
      Writing.put(out, "standardError", moments.standardError());
      Writing.put(out, "confidenceInterval", found.intervalOfMean());
      Writing.put(out, "minimum", found.minimum());
      Writing.put(out, "firstQuartile", found.firstQuartile());
      Writing.put(out, "median", found.median());
      Writing.put(out, "thirdQuartile", found.thirdQuartile());
      Writing.put(out, "maximum", found.maximum());
      Writing.put(out, "skewness", moments.skewness());
      Writing.put(out, "kurtosis", moments.kurtosis());
      ArrayNode quantiles = out.putArray("quantiles");
      for (Description.Quantile quantile : found.quantiles()) {
        ObjectNode element = quantiles.addObject();
        element.put("probability", quantile.probability());
        Writing.put(element, "value", quantile.value());
      }
    }
  }

  private record Levels(Expression variable, List<String> levels, List<Vector> codes)
      implements Column {
    @Override
    public void write(int group, Describe describe, ObjectNode out) {
      int[] places =
          Arrays.stream(codes.get(group).array())
              .mapToInt(code -> Double.isNaN(code) ? -1 : (int) code)
              .toArray();
      Frequencies found = Frequencies.of(levels, places);
      out.put("n", found.n()).put("missing", found.missing());
      ArrayNode array = out.putArray("levels");
      for (Frequencies.Level level : found.levels()) {
        ObjectNode element = array.addObject().put("level", level.level()).put("n", level.n());
        Writing.put(element, "percent", level.percent());
        Writing.put(element, "percentOfAll", level.percentOfAll());
      }
    }
  }
}
