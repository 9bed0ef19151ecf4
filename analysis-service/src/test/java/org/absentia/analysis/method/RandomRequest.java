package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Requests to a method that are valid, nearly valid or nonsense, each from its seed. */
final class RandomRequest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> REGRESSIONS =
      List.of(
          "linear-regression",
          "robust-regression",
          "logistic-regression",
          "multinomial-regression",
          "ordinal-regression",
          "cox",
          "mixed-model");
  private static final Map<String, List<String>> CHOICES =
      Map.ofEntries(
          Map.entry("quantiles", List.of("AVERAGED", "WEIBULL", "LINEAR")),
          Map.entry("ties", List.of("EFRON", "BRESLOW")),
          Map.entry("swilkTies", List.of("AS_GIVEN", "AVERAGED")),
          Map.entry("variances", List.of("EQUAL", "UNEQUAL")),
          Map.entry("exact", List.of("AUTO", "ALWAYS", "NEVER")),
          Map.entry("statistic", List.of("MEDIAN", "MEAN")),
          Map.entry("covarianceType", List.of("CLASSICAL", "HC0", "HC1", "HC2", "HC3")),
          Map.entry("estimator", List.of("RREG", "HUBER", "BISQUARE")),
          Map.entry("interval", List.of("LOG_LOG", "LOG", "PLAIN")),
          Map.entry("weights", List.of("LOG_RANK", "WILCOXON", "TARONE_WARE", "PETO")),
          Map.entry("test", List.of("IDENTITY", "KM", "RANK", "LOG")),
          Map.entry("estimation", List.of("ML", "REML")),
          Map.entry("covariance", List.of("UNSTRUCTURED", "INDEPENDENT")),
          Map.entry("fallback", List.of("NONE", "RANDOM_INTERCEPT")));

  private final Random random;
  private final ObjectNode request = JSON.objectNode();

  private RandomRequest(Random random) {
    this.random = random;
  }

  /** The request of a seed. */
  static ObjectNode of(String method, long seed) {
    RandomRequest builder = new RandomRequest(new Random(seed * 31 + method.hashCode()));
    builder.build(method);
    return builder.request;
  }

  private void build(String method) {
    if (!method.equals("sample-size") && !method.equals("pool")) {
      request.putObject("data").set("columns", new RandomColumns(random).columns());
    }
    own(method, request);
    common();
    if (random.nextInt(12) == 0) {
      spoil();
    }
  }

  private void own(String method, ObjectNode out) {
    switch (method) {
      case "describe" -> {
        ArrayNode variables = out.putArray("variables");
        Stream.generate(this::variable).limit(1 + random.nextInt(4)).forEach(variables::add);
        maybe(() -> out.put("group", group()));
        maybe(() -> out.putArray("probabilities").add(0).add(0.1).add(1e-9).add(1));
        choose(out, "quantiles");
      }
      case "median-interval" -> {
        sample(out, false);
        maybe(() -> out.put("probability", any(0.5, 1e-9, 0.999999999, 0.1)));
      }
      case "normality" -> {
        sample(out, false);
        maybe(() -> out.put("ties", any("AS_GIVEN", "AVERAGED")));
      }
      case "t-test" -> {
        sample(out, true);
        choose(out, "variances");
      }
      case "rank-sum" -> {
        sample(out, true);
        choose(out, "exact");
        maybe(() -> out.putArray("strata").add(group()));
      }
      case "contingency" -> {
        out.put("row", group()).put("column", group());
        maybe(() -> out.put("weight", number()));
      }
      case "bootstrap" -> {
        sample(out, false);
        choose(out, "statistic");
        out.put("resamples", any(1, 2, 50));
        seed(out);
      }
      case "cumulative-median" ->
          out.put("person", "id")
              .put("group", group())
              .put("month", number())
              .put("value", number());
      case "sample-size" -> sampleSize(out);
      case "pool" -> pool(out);
      case "kaplan-meier", "log-rank" -> {
        out.put("time", any("t", "t", "y")).put("event", "e");
        if (method.equals("log-rank")) {
          out.put("group", group());
          choose(out, "weights");
          maybe(() -> out.putArray("strata").add(group()));
        } else {
          maybe(() -> out.put("group", group()));
          maybe(() -> out.put("tau", any(0.5, 1e300, 2.0, 1e-300)));
          choose(out, "interval");
        }
      }
      case "moderation" -> {
        String regression = any("linear-", "robust-", "logistic-", "cox", "mixed-model");
        String name = regression.endsWith("-") ? regression + "regression" : regression;
        regression(name, out);
        String first = variable();
        String second = variable();
        String formula = out.get("formula").asText() + " + " + quoted(first) + "*" + quoted(second);
        out.put("method", name).put("formula", formula);
        out.putArray("interaction").add(first).add(second);
        maybe(() -> out.putArray("at").add(any(0.0, 1.0, 1e300)).add(any("a", "1", "0.5")));
      }
      case "multiple-imputation" -> {
        String regression = REGRESSIONS.get(random.nextInt(REGRESSIONS.size()));
        regression(regression, out.putObject("analysis").put("method", regression));
        ((ObjectNode) out.get("analysis")).remove(List.of("robust", "cluster"));
        out.put("imputations", any(1, 2, 3)).put("iterations", any(1, 2));
        maybe(() -> out.putArray("auxiliary").add(any("u", "g", "h", "b")));
        maybe(
            () ->
                out.putObject("impute")
                    .putObject(any("x", "g", "b", "y"))
                    .put("method", any("NORMAL", "PMM", "LOGISTIC", "ORDINAL", "MULTINOMIAL")));
        maybe(() -> out.put("completed", true));
        seed(out);
      }
      default -> regression(method, out);
    }
  }

  private void regression(String method, ObjectNode out) {
    String right = right();
    out.put("formula", any(variable(), "y", "y") + " ~ " + right);
    switch (method) {
      case "linear-regression" -> {
        choose(out, "covarianceType");
        maybe(() -> out.put("diagnostics", true));
        maybe(() -> out.put("weight", "w"));
      }
      case "robust-regression" -> {
        choose(out, "estimator");
        maybe(() -> out.put("tune", any(7.0, 1e-9, 1e9, 4.0)));
        maybe(() -> out.put("tolerance", any(0.01, 1e-12, 0.5)));
      }
      case "cox" -> {
        out.put("formula", right).put("time", "t").put("event", "e");
        choose(out, "ties");
        choose(out, "test");
        maybe(() -> out.putArray("strata").add(group()));
        maybe(() -> out.put("baseline", true));
        maybe(() -> out.put("residuals", true));
        maybe(() -> out.put("weight", "w"));
        maybe(() -> out.put("robust", true));
        maybe(() -> out.put("cluster", group()));
      }
      case "mixed-model" -> {
        out.put(
            "formula",
            "y ~ " + right + " + " + any("(1 | id)", "(1 + x | id)", "(0 + u | g)", "(1 + g | h)"));
        choose(out, "estimation");
        choose(out, "covariance");
        choose(out, "fallback");
        maybe(() -> out.putObject("contrasts").putObject("c").put("x", 1).put("none", 1e300));
      }
      default -> {
        out.put("formula", any("b", "two", "g", "y") + " ~ " + right);
        maybe(() -> out.put("weight", "w"));
      }
    }
  }

  private String right() {
    List<String> terms = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String term = quoted(variable());
      terms.add(random.nextInt(5) == 0 ? term + any("*", ":") + quoted(variable()) : term);
    }
    return String.join(" + ", terms) + (random.nextInt(8) == 0 ? " - 1" : "");
  }

  private static String quoted(String variable) {
    return variable.startsWith("odd") ? "`" + variable + "`" : variable;
  }

  private void sample(ObjectNode out, boolean grouped) {
    out.put("variable", variable());
    if (grouped) {
      out.put("group", any("two", "two", "b", group()));
    } else {
      maybe(() -> out.put("group", group()));
    }
  }

  private void sampleSize(ObjectNode out) {
    double[] sizes = {1, 20, 1e-15, 1e15, 1e300, 1e-300, 0, -5};
    if (random.nextBoolean()) {
      out.put("difference", sizes[random.nextInt(8)]);
    } else {
      out.putArray("means").add(sizes[random.nextInt(8)]).add(sizes[random.nextInt(8)]);
    }
    if (random.nextInt(3) > 0) {
      out.put("standardDeviation", sizes[random.nextInt(8)]);
    } else {
      out.putArray("standardDeviations")
          .add(sizes[random.nextInt(8)])
          .add(sizes[random.nextInt(8)]);
    }
    if (random.nextBoolean()) {
      out.put("power", any(0.8, 1e-9, 0.999999999999, 0.05));
    } else {
      out.put("n", any(1, 2, 100, 1_000_000_000));
    }
    maybe(() -> out.put("alpha", any(0.05, 1e-12, 0.999999999999)));
    maybe(() -> out.put("formula", any("Z", "T", "WELCH")));
    maybe(() -> out.putArray("inflation").addObject().put("reason", "r").put("loss", 0.999999));
  }

  private void pool(ObjectNode out) {
    ArrayNode fits = out.putArray("fits");
    double scale = any(1.0, 1e15, 1e-15, 1e200, 0.0);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      ObjectNode fit = fits.addObject();
      fit.putObject("coefficients")
          .put("(Intercept)", scale * random.nextGaussian())
          .put("x[`]", scale);
      ArrayNode covariance = fit.putArray("covariance");
      covariance.addArray().add(scale * scale).add(random.nextInt(3) == 0 ? scale * scale : 0);
      covariance.addArray().add(0).add(random.nextInt(5) == 0 ? 0 : scale);
    }
    maybe(() -> out.put("completeDegreesOfFreedom", any(1.0, 57.5, 1e-9, 1e300)));
    maybe(() -> out.putArray("test").add(any("x[`]", "(Intercept)", "none")));
  }

  private void common() {
    maybe(
        () ->
            request.put(
                "level", any(0.95, 0.95, 0.95, 1e-9, 1 - 1e-12, 0.5, random.nextInt(3) / 2.0)));
    maybe(
        () ->
            request.putObject("levels").putArray(group()).add("nobody").add("b").add(any(1, 2, 3)));
    maybe(() -> request.putObject("reference").put(group(), any("a", "nobody", "1")));
  }

  /** Puts nonsense into some place of the options. */
  private void spoil() {
    List<String> members = new ArrayList<>();
    request.fieldNames().forEachRemaining(members::add);
    String member = members.get(random.nextInt(members.size()));
    List<JsonNode> nonsense =
        List.of(
            JSON.nullNode(),
            JSON.textNode("nonsense"),
            JSON.textNode(""),
            JSON.numberNode(-1),
            JSON.numberNode(1e300),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.booleanNode(true),
            JSON.arrayNode().add(1).add("x").addNull(),
            JSON.objectNode().put("x", 1),
            JSON.arrayNode(),
            JSON.objectNode());
    request.set(member, nonsense.get(random.nextInt(nonsense.size())));
  }

  private void seed(ObjectNode out) {
    maybe(() -> out.put("seed", any(-1L, Long.MAX_VALUE, Long.MIN_VALUE, 0L)));
  }

  private String number() {
    return any("y", "x", "u", "v", "w");
  }

  private String group() {
    return any("g", "h", "two", "b", "id", "y", "nobody");
  }

  private String variable() {
    return switch (random.nextInt(12)) {
      case 0 -> any("log", "sqrt", "exp") + "(" + number() + ")";
      case 1 -> "factor(" + any("b", "w", "id", "g", "y") + ")";
      case 2 -> "score(" + any("g", "h", "w") + ")";
      case 3 -> number() + "^" + any("2", "3", "100");
      case 4, 5 -> any("g", "two", "h");
      case 6 -> any("b", "e", "w", "t", "odd [n] é");
      default -> number();
    };
  }

  private void choose(ObjectNode out, String name) {
    List<String> choices = Objects.requireNonNull(CHOICES.get(name));
    maybe(() -> out.put(name, choices.get(random.nextInt(choices.size()))));
  }

  private void maybe(Runnable step) {
    if (random.nextInt(3) == 0) {
      step.run();
    }
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
