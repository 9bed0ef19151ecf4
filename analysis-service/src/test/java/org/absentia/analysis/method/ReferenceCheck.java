package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one answer must hold, and whether it does. */
final class ReferenceCheck {
  private ReferenceCheck() {}

  static Optional<String> fault(JsonNode check, JsonNode answer) {
    boolean good =
        switch (check.path("kind").asText()) {
          case "value" -> value(check, at(answer, check.path("path")));
          case "inside" -> inside(check, at(answer, check.path("path")));
          case "rows" -> rows(check, at(answer, check.path("path")));
          case "covariance" -> covariance(check, at(answer, check.path("path")));
          case "sums" -> sums(check, at(answer, check.path("path")), times(answer, check));
          default -> throw new IllegalArgumentException("an unknown kind of check");
        };
    return good
        ? Optional.empty()
        : Optional.of(
            "%s must be %s and is %s"
                .formatted(
                    check.path("path"),
                    shortened(check.has("want") ? check.path("want") : check),
                    shortened(at(answer, check.path("path")))));
  }

  private static String shortened(JsonNode node) {
    String text = node.isMissingNode() ? "absent" : node.toString();
    return text.length() > 120 ? text.substring(0, 120) + " ..." : text;
  }

  /** Members by name, elements by place or by the members that they have. */
  private static JsonNode at(JsonNode answer, JsonNode path) {
    JsonNode found = answer;
    for (JsonNode step : path) {
      found =
          step.isTextual()
              ? found.path(step.asText())
              : step.isInt() ? found.path(step.asInt()) : selected(found, step);
    }
    return found;
  }

  private static JsonNode selected(JsonNode array, JsonNode members) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode element : array) {
      boolean matches =
          members.propertyStream().allMatch(m -> same(element.path(m.getKey()), m.getValue()));
      if (matches) {
        found.add(element);
      }
    }
    return found.size() == 1 ? found.getFirst() : MissingNode.getInstance();
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.doubleValue() == other.doubleValue()
        : one.equals(other);
  }

  private static boolean value(JsonNode check, JsonNode got) {
    JsonNode want = check.path("want");
    return want.isNumber()
        ? got.isNumber() && near(check, want.doubleValue(), got.doubleValue(), 0)
        : want.equals(got);
  }

  private static boolean near(JsonNode check, double want, double got, double more) {
    double room =
        check.path("abs").doubleValue() + check.path("rel").doubleValue() * Math.abs(want);
    return Math.abs(got - want) <= room + more;
  }

  private static boolean inside(JsonNode check, JsonNode got) {
    double low = check.path("low").doubleValue();
    double high = check.path("high").doubleValue();
    double slack = 1e-9 * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
    return got.isNumber() && got.doubleValue() >= low - slack && got.doubleValue() <= high + slack;
  }

  private static boolean rows(JsonNode check, JsonNode got) {
    List<Double> present = new ArrayList<>();
    got.forEach(
        value -> {
          if (!value.isNull()) {
            present.add(value.doubleValue());
          }
        });
    JsonNode want = check.path("want");
    boolean good = got.size() == check.path("length").asInt() && present.size() == want.size();
    for (int i = 0; good && i < want.size(); i++) {
      good = near(check, want.path(i).doubleValue(), present.get(i), 0);
    }
    return good;
  }

  private static boolean covariance(JsonNode check, JsonNode got) {
    List<String> order = new ArrayList<>();
    got.path("coefficients").forEach(row -> order.add(row.path("term").asText()));
    JsonNode terms = check.path("terms");
    JsonNode want = check.path("want");
    boolean good = order.size() == terms.size() && got.path("covariance").size() == terms.size();
    for (int i = 0; good && i < terms.size(); i++) {
      for (int j = 0; good && j < terms.size(); j++) {
        int row = order.indexOf(terms.path(i).asText());
        int column = order.indexOf(terms.path(j).asText());
        double scale =
            Math.sqrt(
                Math.abs(want.path(i).path(i).doubleValue() * want.path(j).path(j).doubleValue()));
        JsonNode entry = got.path("covariance").path(row).path(column);
        good =
            entry.isNumber()
                && near(
                    check,
                    want.path(i).path(j).doubleValue(),
                    entry.doubleValue(),
                    check.path("rel").doubleValue() * scale);
      }
    }
    return good;
  }

  /** Residuals of events at one time may come in any order, so their sums are compared. */
  private static boolean sums(JsonNode check, JsonNode got, JsonNode gotTimes) {
    JsonNode values = got.path(check.path("term").asText());
    JsonNode want = check.path("want");
    if (values.size() != want.size()) {
      return false;
    }
    double largest = 0;
    for (JsonNode value : want) {
      largest = Math.max(largest, Math.abs(value.doubleValue()));
    }
    double room = check.path("rel").doubleValue() * largest;
    Map<Double, Double> wanted = byTime(check.path("times"), want);
    Map<Double, Double> found = byTime(gotTimes, values);
    return wanted.entrySet().stream()
        .allMatch(
            sum -> near(check, sum.getValue(), found.getOrDefault(sum.getKey(), Double.NaN), room));
  }

  /** The times beside the values that a path leads to. */
  private static JsonNode times(JsonNode answer, JsonNode check) {
    ArrayNode path = check.path("path").deepCopy();
    path.remove(path.size() - 1);
    return at(answer, path.add("times"));
  }

  private static Map<Double, Double> byTime(JsonNode times, JsonNode values) {
    Map<Double, Double> sums = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      sums.merge(times.path(i).doubleValue(), values.path(i).doubleValue(), Double::sum);
    }
    return sums;
  }
}
