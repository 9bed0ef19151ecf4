package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.imputation.Estimates;
import org.absentia.statistics.imputation.JointTest;
import org.absentia.statistics.imputation.PooledCoefficient;
import org.absentia.statistics.imputation.PooledCoefficient.ByT;
import org.absentia.statistics.imputation.RubinsRules;
import org.absentia.statistics.imputation.RubinsRules.Pooled;
import org.ejml.data.DMatrixRMaj;

/** {@code pool}: fits to completed data sets become one. */
final class PoolMethod implements Method {
  private static final int MOST_FITS = 10_000;
  private static final String NUMBERS = "must hold numbers, null where one is not defined";

  @Override
  public String name() {
    return "pool";
  }

  @Override
  public Cost cost(Extent of) {
    double p = of.firstSize("fits", "coefficients");
    return Cost.ofSquares(of.count("fits"), p, 10).plus(Cost.ofAnswer(p * p + 10 * p));
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    JsonReader in = request.in();
    in.noOthers("fits", "completeDegreesOfFreedom", "test", "level");
    List<Estimates> fits = fits(in);
    double degreesOfFreedom =
        in.decimal("completeDegreesOfFreedom")
            .map(BigDecimal::doubleValue)
            .orElse(Double.POSITIVE_INFINITY);
    if (!(degreesOfFreedom > 0)) {
      in.fault("completeDegreesOfFreedom", "must be positive or null");
    }
    List<Integer> places = fits.isEmpty() ? List.of() : places(in, fits.getFirst().terms());
    request.check();
    Pooled pooled = new RubinsRules(degreesOfFreedom, request.level()).pool(fits);
    ObjectNode answer = request.answer(name(), 0, pooled.notes());
    put(answer, pooled, places);
    return answer;
  }

  /** Puts {@code coefficients}, {@code covariance} and {@code jointTest} of some coefficients. */
  static void put(ObjectNode answer, Pooled pooled, List<Integer> places) {
    ArrayNode rows = answer.putArray("coefficients");
    pooled.coefficients().forEach(coefficient -> rows.add(row(coefficient)));
    answer.set("covariance", Writing.matrix(pooled.covariance()));
    if (places.isEmpty()) {
      answer.putNull("jointTest");
    } else {
      answer.set("jointTest", jointTest(pooled.test(places)));
    }
  }

  /** All but the intercept. */
  static List<Integer> slopes(List<String> terms) {
    return IntStream.range(0, terms.size())
        .filter(i -> !terms.get(i).equals(Design.INTERCEPT))
        .boxed()
        .toList();
  }

  private static ObjectNode row(PooledCoefficient pooled) {
    ObjectNode row = Writing.object().put("term", pooled.term());
    Writing.put(row, "estimate", pooled.estimate());
    Writing.put(row, "standardError", pooled.standardError());
    Writing.put(row, "statistic", pooled.statistic());
    put(row, pooled.small());
    Writing.put(row, "withinVariance", pooled.within());
    Writing.put(row, "betweenVariance", pooled.between());
    Writing.put(row, "totalVariance", pooled.total());
    Writing.put(row, "relativeIncrease", pooled.relativeIncrease());
    put(row.putObject("classical"), pooled.classical());
    return row;
  }

  private static void put(ObjectNode row, ByT test) {
    Writing.put(row, "pValue", test.pValue());
    Writing.put(row, "confidenceInterval", test.interval());
    Writing.put(row, "degreesOfFreedom", test.degreesOfFreedom());
    Writing.put(row, "fractionMissing", test.fractionMissing());
  }

  private static ObjectNode jointTest(JointTest test) {
    ObjectNode out = Writing.object();
    Writing.put(out, "statistic", test.statistic());
    Writing.put(out, "df1", test.df1());
    Writing.put(out, "df2", test.df2());
    Writing.put(out, "pValue", test.pValue());
    Writing.put(out, "averageRelativeIncrease", test.averageRelativeIncrease());
    return out;
  }

  private static List<Integer> places(JsonReader in, List<String> terms) {
    if (!in.has("test")) {
      return slopes(terms);
    }
    List<Integer> places = new ArrayList<>();
    for (JsonReader element : in.elements("test")) {
      int place = element.node().isTextual() ? terms.indexOf(element.node().textValue()) : -1;
      if (place < 0) {
        element.fault("names a term that the fits do not have");
      } else if (!places.contains(place)) {
        places.add(place);
      }
    }
    return places;
  }

  private static List<Estimates> fits(JsonReader in) {
    List<JsonReader> all = in.objects("fits");
    if (all.isEmpty() || all.size() > MOST_FITS) {
      in.fault("fits", "must hold from 1 to " + MOST_FITS + " fits");
      return List.of();
    }
    List<Estimates> fits = new ArrayList<>();
    for (JsonReader fit : all) {
      fit.noOthers("coefficients", "covariance");
      fits.add(estimates(fit));
      if (!fits.getLast().terms().equals(fits.getFirst().terms())) {
        fit.fault("coefficients", "must name the terms of the first fit in the same order");
      }
    }
    return fits;
  }

  private static Estimates estimates(JsonReader fit) {
    JsonReader coefficients = fit.requiredObject("coefficients");
    List<String> terms = new ArrayList<>();
    coefficients.node().fieldNames().forEachRemaining(terms::add);
    if (terms.isEmpty()) {
      fit.fault("coefficients", "must name a coefficient at least");
    }
    double[] values = new double[terms.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          number(coefficients.node().get(terms.get(i)), () -> fit.fault("coefficients", NUMBERS));
    }
    return new Estimates(terms, Vector.of(values), covariance(fit, terms.size()));
  }

  private static DMatrixRMaj covariance(JsonReader fit, int k) {
    DMatrixRMaj covariance = new DMatrixRMaj(k, k);
    List<JsonReader> rows = fit.elements("covariance");
    if (rows.size() != k || rows.stream().anyMatch(row -> row.node().size() != k)) {
      fit.fault("covariance", "must have a row and a column for each coefficient");
      return covariance;
    }
    for (int i = 0; i < k; i++) {
      JsonReader row = rows.get(i);
      for (int j = 0; j < k; j++) {
        covariance.set(i, j, number(row.node().get(j), () -> row.fault(NUMBERS)));
      }
      if (covariance.get(i, i) < 0) {
        row.fault("has a negative variance");
      }
    }
    return covariance;
  }

  /** A number, {@code NaN} for null. */
  private static double number(JsonNode node, Runnable fault) {
    if (node != null && node.isNumber() && Double.isFinite(node.doubleValue())) {
      return node.doubleValue();
    }
    if (node == null || !node.isNull()) {
      fault.run();
    }
    return Double.NaN;
  }
}
