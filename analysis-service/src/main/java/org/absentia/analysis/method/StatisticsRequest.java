package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.design.ModelFrame;

/**
 * What a method is asked: data, the order of levels, the confidence level, and its own options.
 * Reading an option notes its fault and gives a harmless value; {@link #check} throws them all.
 */
final class StatisticsRequest {
  private static final List<String> COMMON = List.of("levels", "reference", "level");
  private static final double USUAL_LEVEL = 0.95;

  private final Frame frame;
  private final boolean hasData;
  private final JsonReader in;
  private final LevelOrder order;
  private final double level;
  private final boolean job;

  StatisticsRequest(Frame frame, boolean hasData, JsonReader in) {
    this.frame = frame;
    this.hasData = hasData;
    this.in = in;
    this.order = new LevelOrder(levels(in), reference(in));
    this.level = probability("level").orElse(USUAL_LEVEL);
    this.job = false;
  }

  private StatisticsRequest(StatisticsRequest whole, JsonReader part, boolean job) {
    this.frame = whole.frame;
    this.hasData = whole.hasData;
    this.in = part;
    this.order = whole.order;
    this.level = whole.level;
    this.job = job;
  }

  /** The same data, orders and level with the options of a member that is a request of its own. */
  StatisticsRequest part(String member) {
    return new StatisticsRequest(this, in.requiredObject(member), job);
  }

  /** The same request of somebody who does not wait for the answer. */
  StatisticsRequest asJob() {
    return new StatisticsRequest(this, in, true);
  }

  /** Whether nobody waits, so that what has no estimate may take longer. */
  boolean isJob() {
    return job;
  }

  static void throwIfAny(Faults faults) {
    faults.throwIfAny("invalid-statistics-request", "The request makes no sense as it stands.");
  }

  private static Map<String, List<String>> levels(JsonReader in) {
    Map<String, List<String>> levels = new HashMap<>();
    in.object("levels")
        .ifPresent(
            columns ->
                columns
                    .node()
                    .fieldNames()
                    .forEachRemaining(name -> levels.put(name, levelNames(columns, name))));
    return levels;
  }

  private static List<String> levelNames(JsonReader columns, String name) {
    List<String> names = new ArrayList<>();
    for (JsonReader element : columns.elements(name)) {
      names.add(levelName(element.node()));
    }
    return names;
  }

  /** A level may be written as a number too. */
  private static String levelName(JsonNode node) {
    return node.isNumber() ? LevelOrder.level(node.doubleValue()) : node.asText();
  }

  private static Map<String, String> reference(JsonReader in) {
    Map<String, String> reference = new HashMap<>();
    in.object("reference")
        .ifPresent(
            columns ->
                columns
                    .node()
                    .properties()
                    .forEach(base -> reference.put(base.getKey(), levelName(base.getValue()))));
    return reference;
  }

  /** The data of the request. */
  Frame frame() {
    return frame;
  }

  LevelOrder order() {
    return order;
  }

  /** The confidence level. */
  double level() {
    return level;
  }

  /** The request itself, for options of a method's own shape. */
  JsonReader in() {
    return in;
  }

  /** Notes a fault of each option that the method does not have, and of missing data. */
  void options(String... names) {
    options(List.of(names));
  }

  /** Notes a fault of each option that the method does not have, and of missing data. */
  void options(List<String> names) {
    optionsWithoutData(names);
    if (!hasData) {
      in.fault("data", "is missing");
    }
  }

  /** Notes a fault of each option that a method that may do without data does not have. */
  void optionsWithoutData(List<String> names) {
    Set<String> all = new LinkedHashSet<>(COMMON);
    all.addAll(names);
    in.noOthers(all.toArray(String[]::new));
  }

  /** Throws all faults that were noted so far. */
  void check() {
    throwIfAny(in.faults());
  }

  <E extends Enum<E>> E choice(String name, Class<E> choices, E usual) {
    return in.choice(name, choices).orElse(usual);
  }

  /** A number strictly between 0 and 1. */
  Optional<Double> probability(String name) {
    Optional<Double> value = in.decimal(name).map(BigDecimal::doubleValue);
    if (value.isPresent() && !(value.get() > 0 && value.get() < 1)) {
      in.fault(name, "must lie between 0 and 1");
      return Optional.empty();
    }
    return value;
  }

  /** A whole number within limits. */
  int count(String name, int usual, int least, int most) {
    int value = in.integer(name).orElse(usual);
    if (value < least || value > most) {
      in.fault(name, "must lie between " + least + " and " + most);
      return usual;
    }
    return value;
  }

  long seed() {
    return in.longInteger("seed").orElse(1);
  }

  /** A column that the method cannot do without. */
  Name column(String name) {
    return new Name(in.requiredText(name));
  }

  Optional<Name> optionalColumn(String name) {
    return in.text(name).map(Name::new);
  }

  /** An array of columns. */
  List<Name> columns(String name) {
    return in.texts(name).stream().map(Name::new).toList();
  }

  /** The formula; throws what is wrong so far, since nothing goes on without it. */
  Formula formula() {
    String text = in.requiredText("formula");
    check();
    return Formula.parse(text, "/formula");
  }

  /** The complete rows of a formula's variables and of others, each with the option it is of. */
  ModelFrame model(Formula formula, Map<? extends Expression, String> others, Frame data) {
    Map<Expression, String> uses = new LinkedHashMap<>();
    formula.variables().forEach(variable -> uses.put(variable, "/formula"));
    others.forEach((use, option) -> uses.putIfAbsent(use, "/" + option));
    return ModelFrame.of(data, order, uses);
  }

  /** A numeric column with {@code NaN} for what is missing. */
  double[] numbers(String option, Name name) {
    Column column =
        frame
            .find(name.column())
            .orElseThrow(
                () -> new InputFault("/" + option, "names a column that is not in the data"));
    if (!(column instanceof Column.Numbers numbers)) {
      throw new InputFault("/" + option, "needs a column of numbers");
    }
    double[] values = new double[numbers.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = numbers.isMissing(row) ? Double.NaN : numbers.at(row);
    }
    return values;
  }

  /** The head of an answer to a method with data. */
  ObjectNode answer(String method, int used, List<String> notes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("method", method);
    if (hasData) {
      answer.putObject("rows").put("used", used).put("dropped", frame.rows() - used);
    }
    notes.stream().distinct().forEach(answer.putArray("notes")::add);
    return answer;
  }

  /** What the engine found wrong, as the problem that names its place. */
  static Problem problem(InputFault fault) {
    Faults faults = new Faults();
    faults.add(fault.place(), fault.detail());
    return Problem.badRequest(
        "invalid-statistics-request", "The request makes no sense as it stands.", faults.list());
  }
}
