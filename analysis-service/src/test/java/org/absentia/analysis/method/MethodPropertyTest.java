package org.absentia.analysis.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of every method on any data, through the call that a client makes. */
class MethodPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final int ROWS = 90;

  static ObjectNode columns() {
    Random random = new Random(4);
    ObjectNode columns = JSON.createObjectNode();
    for (String name : List.of("y", "x", "u", "t", "e", "b", "w", "id", "g", "two", "m")) {
      columns.putArray(name);
    }
    for (int row = 0; row < ROWS; row++) {
      double x = random.nextGaussian();
      int group = random.nextInt(3);
      ((ArrayNode) columns.get("x")).add(x);
      ((ArrayNode) columns.get("u")).add(Math.exp(random.nextGaussian()));
      ((ArrayNode) columns.get("y"))
          .add(3 + x + 0.5 * group + 0.3 * (row / 3 % 4) + random.nextGaussian());
      ((ArrayNode) columns.get("t")).add(1 + random.nextInt(30));
      ((ArrayNode) columns.get("e")).add(random.nextInt(3) > 0 ? 1 : 0);
      ((ArrayNode) columns.get("b")).add(x + random.nextGaussian() > 0 ? 1 : 0);
      ((ArrayNode) columns.get("w")).add(1 + random.nextInt(3));
      ((ArrayNode) columns.get("id")).add(row / 3);
      ((ArrayNode) columns.get("g")).add("ABC".substring(group, group + 1));
      ((ArrayNode) columns.get("two")).add(random.nextBoolean() ? "UC" : "MI");
      ArrayNode gaps = (ArrayNode) columns.get("m");
      gaps.add(random.nextInt(5) == 0 ? JSON.nullNode() : JSON.getNodeFactory().numberNode(x * x));
    }
    return columns;
  }

  private static String text(String method, ObjectNode columns, String options) {
    String body = "{\"data\":{\"columns\":" + columns + "}," + options.replace('\'', '"') + "}";
    return Methods.answer(method, body.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static JsonNode answer(String method, ObjectNode columns, String options) {
    try {
      return JSON.readTree(text(method, columns, options));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static ObjectNode rows(ObjectNode columns, List<Integer> places) {
    ObjectNode chosen = JSON.createObjectNode();
    columns
        .properties()
        .forEach(
            column -> {
              ArrayNode values = chosen.putArray(column.getKey());
              places.forEach(place -> values.add(column.getValue().get(place)));
            });
    return chosen;
  }

  static ObjectNode mapped(ObjectNode columns, String name, DoubleUnaryOperator function) {
    ObjectNode changed = columns.deepCopy();
    ArrayNode values = changed.putArray(name);
    columns.get(name).forEach(value -> values.add(function.applyAsDouble(value.doubleValue())));
    return changed;
  }

  /** Numbers alike to some digits, everything else the same. */
  static void requireAlike(JsonNode one, JsonNode other, double digits, String place) {
    if (one.isNumber() && other.isNumber()) {
      double room = digits * Math.max(1e-3, Math.abs(other.doubleValue()));
      assertThat(one.doubleValue()).as(place).isCloseTo(other.doubleValue(), within(room));
    } else if (one.isObject()) {
      assertThat(one.size()).as(place).isEqualTo(other.size());
      one.properties()
          .forEach(
              member ->
                  requireAlike(
                      member.getValue(),
                      other.path(member.getKey()),
                      digits,
                      place + "/" + member.getKey()));
    } else if (one.isArray()) {
      assertThat(one.size()).as(place).isEqualTo(other.size());
      for (int i = 0; i < one.size(); i++) {
        requireAlike(one.get(i), other.get(i), digits, place + "/" + i);
      }
    } else {
      assertThat(one).as(place).isEqualTo(other);
    }
  }

  /** The same answer with each array per row in another order. */
  private static JsonNode permuted(JsonNode answer, List<Integer> places) {
    ObjectNode permuted = JSON.createObjectNode();
    for (var member : answer.properties()) {
      JsonNode value = member.getValue();
      if (value.isArray() && value.size() == ROWS) {
        ArrayNode rows = permuted.putArray(member.getKey());
        places.forEach(place -> rows.add(value.get(place)));
      } else {
        permuted.set(member.getKey(), value.isObject() ? permuted(value, places) : value);
      }
    }
    return permuted;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "describe | 'variables':['y','m','factor(b)'],'group':'g','probabilities':[0.1] | 0",
        "median-interval | 'variable':'y','group':'g' | 0",
        "normality | 'variable':'y','group':'g' | 0",
        "t-test | 'variable':'m','group':'two' | 0",
        "rank-sum | 'variable':'y','group':'two','strata':['g'] | 1e-13",
        "contingency | 'row':'g','column':'two','weight':'w' | 0",
        "bootstrap | 'variable':'y','group':'g','resamples':200 | 0",
        "cumulative-median | 'person':'id','group':'two','month':'w','value':'y' | 1e-13",
        "linear-regression | 'formula':'y ~ x*g + log(u) + m','covarianceType':'HC3' | 1e-9",
        "linear-regression | 'formula':'y ~ x + g','diagnostics':true | 1e-9",
        "robust-regression | 'formula':'y ~ x + g','estimator':'HUBER' | 1e-8",
        "robust-regression | 'formula':'y ~ x + g' | 1e-9",
        "logistic-regression | 'formula':'b ~ x + g','weight':'w' | 1e-9",
        "multinomial-regression | 'formula':'g ~ x + u' | 1e-8",
        "ordinal-regression | 'formula':'g ~ x + u' | 1e-8",
        "kaplan-meier | 'time':'t','event':'e','group':'g' | 0",
        "log-rank | 'time':'t','event':'e','group':'g','strata':['two'] | 1e-12",
        "cox | 'time':'t','event':'e','formula':'x + g','baseline':true | 1e-9",
        "moderation | 'method':'linear-regression','formula':'y ~ x*two','interaction':['x','two'] | 1e-9"
      })
  void the_order_of_rows_does_not_matter(String method, String options, double digits) {
    // Given
    List<Integer> places = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(places, new Random(9));

    // When
    JsonNode asSent = answer(method, columns(), options);
    JsonNode shuffled = answer(method, rows(columns(), places), options);

    // Then
    requireAlike(shuffled, permuted(asSent, places), digits, method);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "logistic-regression | 'formula':'b ~ x + g'",
        "multinomial-regression | 'formula':'g ~ x + u'",
        "ordinal-regression | 'formula':'g ~ x + u'",
        "contingency | 'row':'g','column':'two'"
      })
  void a_count_is_as_good_as_repeated_rows(String method, String options) {
    // Given
    ObjectNode columns = columns();
    List<Integer> repeated = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      repeated.addAll(Collections.nCopies(columns.get("w").get(row).asInt(), row));
    }

    // When
    ObjectNode counted = (ObjectNode) answer(method, columns, options + ",'weight':'w'");
    ObjectNode rows = (ObjectNode) answer(method, rows(columns, repeated), options);

    // Then
    counted.remove("rows");
    rows.remove("rows");
    requireAlike(counted, rows, 1e-8, method);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "linear-regression ; 'formula':'y ~ x + g'",
        "robust-regression ; 'formula':'y ~ x + g'",
        "robust-regression ; 'formula':'y ~ x + g','estimator':'BISQUARE'",
        "mixed-model ; 'formula':'y ~ x + g + (1 | id)'"
      })
  void another_unit_of_the_outcome_rescales_and_changes_no_test(String method, String options) {
    for (double unit : new double[] {0x1p-50, 0x1p50}) {
      // When
      JsonNode one = answer(method, columns(), options);
      JsonNode other = answer(method, mapped(columns(), "y", y -> y * unit), options);

      // Then
      for (int i = 0; i < one.get("coefficients").size(); i++) {
        JsonNode before = one.get("coefficients").get(i);
        JsonNode after = other.get("coefficients").get(i);
        assertThat(after.get("estimate").doubleValue() / unit)
            .isCloseTo(before.get("estimate").doubleValue(), within(1e-6));
        assertThat(after.get("pValue").doubleValue())
            .isCloseTo(before.get("pValue").doubleValue(), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "bootstrap | 'variable':'y','group':'g','resamples':500,'seed':-1",
        "bootstrap | 'variable':'y','statistic':'MEAN','resamples':500,'seed':9223372036854775807",
        "multiple-imputation | 'analysis':{'method':'linear-regression','formula':'y ~ x + m'},"
            + "'auxiliary':['b'],'imputations':5,'iterations':3,'seed':7,'completed':true"
      })
  void the_number_of_threads_changes_no_byte(String method, String options) throws Exception {
    // When
    String alone;
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      alone = pool.submit(() -> text(method, columns(), options)).get();
    }
    String together;
    try (ForkJoinPool pool = new ForkJoinPool(4)) {
      together = pool.submit(() -> text(method, columns(), options)).get();
    }

    // Then
    assertThat(together).isEqualTo(alone);
  }
}
