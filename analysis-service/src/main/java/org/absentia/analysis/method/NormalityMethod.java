package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.analysis.method.Streamed.Field;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.describe.Moments;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.normality.Histogram;
import org.absentia.statistics.normality.NormalPlot;
import org.absentia.statistics.normality.ShapiroWilk;
import org.absentia.statistics.normality.SkewnessKurtosis;
import org.absentia.statistics.table.ChiSquare;

/** {@code normality}. */
final class NormalityMethod implements Method {
  @Override
  public String name() {
    return "normality";
  }

  @Override
  public Cost cost(Extent of) {
    return Cost.ofWork(40 * of.sorting() + 3000 * of.rows() + 100_000 * of.levels("group"))
        .plus(of.grouping("group"))
        .plus(Cost.ofAnswer(2 * of.rows() + 40 * of.levels("group")));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    request.options("variable", "group", "ties");
    ShapiroWilk.Ties ties =
        request.choice("ties", ShapiroWilk.Ties.class, ShapiroWilk.Ties.AS_GIVEN);
    Optional<Name> group = request.optionalColumn("group");
    Expression variable = Variables.required(request, "variable");
    GroupedSamples samples = GroupedSamples.of(request, variable, group);
    List<String> notes = new ArrayList<>(samples.notes());
    samples.groups().forEach(each -> notesOf(each, notes));
    ObjectNode answer = request.answer(name(), samples.used(), notes);
    ArrayNode results = answer.putArray("results");
    for (GroupedSamples.Group each : samples.groups()) {
      ObjectNode result = results.addObject().put("group", each.name().orElse(null));
      write(each.sample(), new ShapiroWilk(ties), result);
    }
    return answer;
  }

  private static void notesOf(GroupedSamples.Group group, List<String> notes) {
    int n = group.sample().n();
    if (n < ShapiroWilk.SMALLEST || n > ShapiroWilk.LARGEST) {
      notes.add(group.label() + " has " + n + " values: Shapiro-Wilk needs 3 to 5000");
    }
    if (n < SkewnessKurtosis.SMALLEST) {
      notes.add(group.label() + " has " + n + " values: skewness and kurtosis need 8");
    }
  }

  private static void write(Sample sample, ShapiroWilk shapiroWilk, ObjectNode out) {
    Moments moments = Moments.of(sample);
    out.put("n", sample.n());
    Writing.put(out, "skewness", moments.skewness());
    Writing.put(out, "kurtosis", moments.kurtosis());
    out.set("shapiroWilk", shapiroWilk.test(sample).map(NormalityMethod::written).orElse(null));
    out.set(
        "skewnessKurtosis",
        SkewnessKurtosis.test(moments).map(NormalityMethod::written).orElse(null));
    List<NormalPlot.Point> plot = NormalPlot.of(sample).points();
    double[] expected = plot.stream().mapToDouble(NormalPlot.Point::expected).toArray();
    double[] observed = plot.stream().mapToDouble(NormalPlot.Point::observed).toArray();
    out.set(
        "normalPlot",
        Streamed.objects(
            Field.number("expected", Vector.of(expected)),
            Field.number("observed", Vector.of(observed))));
    ArrayNode histogram = out.putArray("histogram");
    for (Histogram.Class each : Histogram.of(sample).classes()) {
      ObjectNode element = histogram.addObject();
      Writing.put(element, "from", each.from());
      Writing.put(element, "to", each.to());
      element.put("n", each.n());
    }
  }

  private static ObjectNode written(ShapiroWilk.Result result) {
    ObjectNode out = Writing.object();
    Writing.put(out, "w", result.w());
    Writing.put(out, "z", result.z());
    Writing.put(out, "pValue", result.pValue());
    return out;
  }

  private static ObjectNode written(SkewnessKurtosis.Result result) {
    ObjectNode out = Writing.object();
    Writing.put(out, "zSkewness", result.skewness().z());
    Writing.put(out, "pSkewness", result.skewness().pValue());
    Writing.put(out, "zKurtosis", result.kurtosis().z());
    Writing.put(out, "pKurtosis", result.kurtosis().pValue());
    put(out, result.adjusted());
    put(out.putObject("unadjusted"), result.unadjusted());
    return out;
  }

  private static void put(ObjectNode out, ChiSquare test) {
    Writing.put(out, "chiSquare", test.statistic());
    Writing.put(out, "pValue", test.pValue());
  }
}
