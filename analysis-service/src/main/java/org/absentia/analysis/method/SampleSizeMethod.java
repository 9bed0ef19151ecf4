package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.samplesize.Inflation;
import org.absentia.statistics.samplesize.TwoMeans;
import org.absentia.statistics.samplesize.TwoMeans.Distribution;

/** {@code sample-size}. */
final class SampleSizeMethod implements Method {
  private static final List<String> OPTIONS =
      List.of(
          "difference",
          "means",
          "standardDeviation",
          "standardDeviations",
          "power",
          "n",
          "alpha",
          "formula",
          "inflation");
  private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(1000);
  private static final int MOST_PERSONS = 1_000_000_000;

  @Override
  public String name() {
    return "sample-size";
  }

  @Override
  public Cost cost(Extent of) {
    return Cost.ofWork(1e6);
  }

  @Override
  public ObjectNode answer(StatisticsRequest request) {
    JsonReader in = request.in();
    request.optionsWithoutData(OPTIONS);
    Distribution formula = request.choice("formula", Distribution.class, Distribution.T);
    double difference = difference(in);
    List<Double> deviations = deviations(in, formula);
    double alpha = request.probability("alpha").orElse(0.05);
    Optional<Double> power = request.probability("power");
    if (in.has("power") == in.has("n")) {
      in.fault("power", "either power or n must be given");
    }
    List<Inflation> inflation = inflation(in);
    int least = formula == Distribution.Z ? 1 : 2;
    int n = request.count("n", least, least, MOST_PERSONS);
    request.check();
    TwoMeans means =
        new TwoMeans(difference, deviations.getFirst(), deviations.getLast(), alpha, formula);
    TwoMeans.Size size =
        power
            .map(wanted -> size(means, wanted))
            .orElseGet(() -> new TwoMeans.Size(n, Double.NaN, means.power(n)));
    return written(request, size, power.isPresent(), inflation);
  }

  private ObjectNode written(
      StatisticsRequest request, TwoMeans.Size size, boolean solved, List<Inflation> inflation) {
    List<String> notes = new ArrayList<>();
    if (solved && Double.isNaN(size.exact())) {
      notes.add("the smallest arms already have this power: there is no exact root");
    }
    ObjectNode answer = request.answer(name(), 0, notes).put("n", size.n());
    Writing.put(answer, "exact", size.exact());
    Writing.put(answer, "power", size.power());
    ArrayNode chain = answer.putArray("chain");
    chain.addObject().put("reason", solved ? "calculated" : "given").put("n", size.n());
    long n = size.n();
    for (Inflation step : inflation) {
      n = step.of(n);
      chain.addObject().put("reason", step.reason()).put("n", n);
    }
    return answer;
  }

  private static TwoMeans.Size size(TwoMeans means, double power) {
    try {
      return means.size(power);
    } catch (IllegalArgumentException unreachable) {
      throw new InputFault("/power", "cannot be reached: no size up to 1e12 has it");
    }
  }

  private static double difference(JsonReader in) {
    List<Double> means = numbers(in, "means");
    if (in.has("difference") == in.has("means")) {
      in.fault("difference", "either difference or means must be given");
    }
    if (in.has("means") && means.size() != 2) {
      in.fault("means", "must be two numbers");
    }
    double difference =
        in.decimal("difference")
            .map(BigDecimal::doubleValue)
            .orElseGet(() -> means.size() == 2 ? means.getFirst() - means.getLast() : 1);
    if (!Double.isFinite(difference)) {
      in.fault(
          in.has("means") ? "means" : "difference", "is larger than a number of double precision");
    }
    return difference;
  }

  private static List<Double> deviations(JsonReader in, Distribution formula) {
    if (in.has("standardDeviation") == in.has("standardDeviations")) {
      in.fault("standardDeviation", "either one or two standardDeviations must be given");
    }
    List<Double> two = numbers(in, "standardDeviations");
    if (in.has("standardDeviations") && two.size() != 2) {
      in.fault("standardDeviations", "must be two numbers");
      return List.of(1.0, 1.0);
    }
    boolean both = two.size() == 2;
    double one = in.decimal("standardDeviation").map(BigDecimal::doubleValue).orElse(1.0);
    List<Double> deviations = both ? two : List.of(one, one);
    String name = both ? "standardDeviations" : "standardDeviation";
    if (!deviations.stream().allMatch(s -> s > 0 && Double.isFinite(s))) {
      in.fault(name, "must be positive numbers of double precision");
      return List.of(1.0, 1.0);
    }
    if (formula == Distribution.T && !deviations.getFirst().equals(deviations.getLast())) {
      in.fault(name, "must be one for the formula T; WELCH takes two");
    }
    return deviations;
  }

  private static List<Double> numbers(JsonReader in, String name) {
    List<Double> numbers = new ArrayList<>();
    for (JsonReader element : in.elements(name)) {
      if (element.node().isNumber()) {
        numbers.add(element.node().doubleValue());
      } else {
        element.fault("must be a number");
      }
    }
    return numbers;
  }

  private static List<Inflation> inflation(JsonReader in) {
    List<Inflation> steps = new ArrayList<>();
    for (JsonReader step : in.objects("inflation")) {
      step.noOthers("reason", "loss", "factor");
      String reason = step.text("reason").orElse("");
      Optional<BigDecimal> loss = step.decimal("loss");
      Optional<BigDecimal> factor = step.decimal("factor");
      if (step.has("loss") == step.has("factor")) {
        step.fault("either loss or factor must be given");
      } else if (loss.filter(l -> l.signum() < 0 || l.compareTo(BigDecimal.ONE) >= 0).isPresent()) {
        step.fault("loss", "must be at least 0 and below 1");
      } else if (factor
          .filter(f -> f.signum() <= 0 || f.compareTo(LARGEST_FACTOR) > 0)
          .isPresent()) {
        step.fault("factor", "must be above 0 and at most " + LARGEST_FACTOR);
      } else {
        loss.ifPresent(share -> steps.add(new Inflation.Loss(reason, share)));
        factor.ifPresent(times -> steps.add(new Inflation.Factor(reason, times)));
      }
    }
    if (steps.size() > 20) {
      in.fault("inflation", "must have at most 20 steps");
    }
    return steps;
  }
}
