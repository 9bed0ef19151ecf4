package org.absentia.analysis.method;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Expression;
import org.absentia.statistics.design.Formula;
import org.absentia.statistics.imputation.ChainVariable;
import org.absentia.statistics.imputation.ChainVariable.Equation;
import org.absentia.statistics.imputation.ImputationMethod;

/** Reads which variables are imputed, and how. */
final class ImputationModels {
  private static final String FACTOR = "factor(";

  private final StatisticsRequest request;
  private final Frame frame;
  private final Consumer<String> notes;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> factors = new HashSet<>();

  ImputationModels(StatisticsRequest request, Consumer<String> notes) {
    this.request = request;
    this.frame = request.frame();
    this.notes = notes;
  }

  /**
   * The variables of the analysis and the auxiliary ones in column order. Of a Cox regression time,
   * event and strata count too; times and events as they were sent, strata as categories.
   */
  List<ChainVariable> variables(RepeatedAnalysis analysis) {
    Formula formula = analysis.formula();
    formula.variables().forEach(use -> add(use, "/analysis/formula"));
    analysis.variablesBesideFormula().forEach(this::addOutcome);
    formula.grouping().ifPresent(random -> leaveOut(random.group().column()));
    request.in().elements("auxiliary").forEach(this::addAuxiliary);
    request.check();
    List<String> inOrder = frame.columns().keySet().stream().filter(names::contains).toList();
    Optional<JsonReader> impute = request.in().object("impute");
    impute.ifPresent(
        reader ->
            reader
                .node()
                .fieldNames()
                .forEachRemaining(
                    name -> {
                      if (!names.contains(name)) {
                        reader.fault(name, "is no variable of the analysis and not auxiliary");
                      }
                    }));
    return inOrder.stream().map(name -> variable(name, inOrder, impute)).toList();
  }

  private void add(Expression use, String place) {
    if (frame.find(use.column()).isEmpty()) {
      throw new InputFault(place, "names a column that is not in the data");
    }
    names.add(use.column());
    if (isFactor(use)) {
      factors.add(use.column());
    }
  }

  /** Time, event or a stratum; a gap in the first two is rare enough to be worth a note. */
  private void addOutcome(Expression use, String place) {
    add(use, place);
    if (place.endsWith("/strata")) {
      factors.add(use.column());
      return;
    }
    Column column = frame.find(use.column()).orElseThrow();
    if (!(column instanceof Column.Numbers)) {
      throw new InputFault(place, "needs a column of numbers");
    }
    if (rows().anyMatch(column::isMissing)) {
      notes.accept(use.column() + " has gaps, which are imputed like those of any variable");
    }
  }

  private static boolean isFactor(Expression use) {
    return switch (use) {
      case Expression.Name name -> false;
      case Expression.Power power -> isFactor(power.argument());
      case Expression.Call call ->
          call.function() == Expression.Function.FACTOR || isFactor(call.argument());
    };
  }

  private void leaveOut(String group) {
    names.remove(group);
    notes.accept(group + " groups rows and takes no part in the imputation");
  }

  /** A column, or one as categories. */
  private void addAuxiliary(JsonReader element) {
    String text = element.node().asText();
    boolean asFactor = frame.find(text).isEmpty() && text.startsWith(FACTOR) && text.endsWith(")");
    String name =
        asFactor ? text.substring(FACTOR.length(), text.length() - 1).replace("`", "") : text;
    if (!element.node().isTextual() || frame.find(name).isEmpty()) {
      element.fault("names a column that is not in the data");
      return;
    }
    names.add(name);
    if (asFactor) {
      factors.add(name);
    }
  }

  private ChainVariable variable(String name, List<String> all, Optional<JsonReader> impute) {
    Column column = frame.find(name).orElseThrow();
    Optional<JsonReader> own = impute.flatMap(reader -> reader.object(name));
    own.ifPresent(reader -> reader.noOthers("method", "predictors"));
    Optional<ImputationMethod> asked =
        own.flatMap(reader -> reader.choice("method", ImputationMethod.class));
    boolean categorical =
        column instanceof Column.Texts
            || factors.contains(name)
            || asked.filter(ImputationMethod::isCategorical).isPresent();
    Optional<Factor> categories =
        categorical ? Optional.of(factor(name, column)) : Optional.empty();
    ImputationMethod method = asked.orElseGet(() -> usual(name, categories));
    own.ifPresent(reader -> requireFit(reader, method, column, categories));
    List<String> predictors =
        own.filter(reader -> reader.has("predictors"))
            .map(reader -> predictors(reader, name, all))
            .orElseGet(() -> all.stream().filter(other -> !other.equals(name)).toList());
    boolean incomplete = rows().anyMatch(column::isMissing);
    if (incomplete && rows().allMatch(column::isMissing)) {
      throw new InputFault("/data/columns/" + name, "has no value from which gaps could be filled");
    }
    request.check();
    return new ChainVariable(
        name,
        column,
        categories,
        incomplete ? Optional.of(new Equation(method, predictors)) : Optional.empty());
  }

  private IntStream rows() {
    return IntStream.range(0, frame.rows());
  }

  private Factor factor(String name, Column column) {
    return Factor.of(name, column, request.order(), Indexes.of(rows().toArray()));
  }

  private ImputationMethod usual(String name, Optional<Factor> categories) {
    if (categories.isEmpty()) {
      return ImputationMethod.PMM;
    }
    if (categories.get().levels().size() <= 2) {
      return ImputationMethod.LOGISTIC;
    }
    return request.order().levels().containsKey(name)
        ? ImputationMethod.ORDINAL
        : ImputationMethod.MULTINOMIAL;
  }

  private static void requireFit(
      JsonReader in, ImputationMethod method, Column column, Optional<Factor> categories) {
    switch (method) {
      case NORMAL -> {
        if (categories.isPresent()) {
          in.fault("method", "needs a variable that is not categorical");
        }
      }
      case PMM -> {
        if (column instanceof Column.Texts) {
          in.fault("method", "needs a column of numbers");
        }
      }
      case LOGISTIC -> {
        if (categories.filter(factor -> factor.levels().size() > 2).isPresent()) {
          in.fault("method", "needs a variable of two levels");
        }
      }
      case ORDINAL, MULTINOMIAL -> {}
    }
  }

  private static List<String> predictors(JsonReader in, String name, List<String> all) {
    List<String> predictors = new ArrayList<>();
    for (JsonReader element : in.elements("predictors")) {
      String predictor = element.node().asText();
      if (!all.contains(predictor)) {
        element.fault("is no variable of the analysis and not auxiliary");
      } else if (predictor.equals(name)) {
        element.fault("is the variable itself");
      } else if (!predictors.contains(predictor)) {
        predictors.add(predictor);
      }
    }
    return predictors;
  }
}
