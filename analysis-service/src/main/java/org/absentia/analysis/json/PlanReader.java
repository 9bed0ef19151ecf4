package org.absentia.analysis.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.analysis.plan.BaselineVariable;
import org.absentia.platform.json.JsonReader;

/** Reads the sections of a protocol that the analysis needs, and none that names an arm. */
public final class PlanReader {

  private static final int DEFAULT_RESAMPLES = 10_000;
  private static final int MOST_RESAMPLES = 1_000_000;

  private PlanReader() {}

  /** Read the plan; faults are noted in the reader, what is faulty is left out. */
  public static AnalysisPlan read(JsonReader protocol) {
    JsonReader analysis = protocol.requiredObject("analysis");
    return new AnalysisPlan(
        protocol.requiredText("trial"),
        protocol.requiredText("title"),
        protocol.text("registration"),
        protocol.requiredObject("recruitment").requiredDate("to"),
        analysis.requiredText("window"),
        analysis.bool("stratified", false) ? strata(protocol, analysis) : List.of(),
        protocol.objects("baseline").stream().flatMap(v -> variable(v).stream()).toList(),
        planned(analysis, AnalysisPlan.Sensitivity.values()),
        planned(analysis, AnalysisPlan.AfterUnmasking.values()),
        resamples(analysis));
  }

  private static int resamples(JsonReader analysis) {
    int resamples = analysis.integer("resamples").orElse(DEFAULT_RESAMPLES);
    if (resamples < 1 || resamples > MOST_RESAMPLES) {
      analysis.fault("resamples", "must lie between 1 and " + MOST_RESAMPLES);
      return DEFAULT_RESAMPLES;
    }
    return resamples;
  }

  /**
   * Name the strata as the analysis section does, or else after the levels of the randomisation.
   */
  private static List<AnalysisPlan.Stratum> strata(JsonReader protocol, JsonReader analysis) {
    if (analysis.has("strata")) {
      return analysis.objects("strata").stream()
          .map(s -> new AnalysisPlan.Stratum(s.requiredText("stratum"), s.requiredText("label")))
          .toList();
    }
    return protocol
        .object("strata")
        .map(section -> section.texts("levels"))
        .orElse(List.of())
        .stream()
        .map(level -> new AnalysisPlan.Stratum(level, "Stratum " + words(level)))
        .toList();
  }

  /**
   * Keep the analyses of one kind that the plan names: those that masked data allow, or those that
   * need the arms and run after unmasking.
   */
  private static <E extends Enum<E>> List<E> planned(JsonReader analysis, E[] kinds) {
    Set<String> planned = new HashSet<>(analysis.texts("sensitivity"));
    return Arrays.stream(kinds).filter(kind -> planned.contains(kind.name())).toList();
  }

  private static Optional<BaselineVariable> variable(JsonReader in) {
    String name = in.requiredText("name");
    BaselineVariable.Source source =
        in.text("source").filter("OUTCOME"::equals).isPresent()
            ? BaselineVariable.Source.OUTCOME
            : BaselineVariable.Source.BASELINE;
    return summary(in)
        .map(
            summary ->
                new BaselineVariable(
                    name, in.text("label").orElse(name), source, summary, onlyWith(in)));
  }

  private static Optional<BaselineVariable.Summary> summary(JsonReader in) {
    return switch (in.requiredText("summary")) {
      case "MEDIAN_IQR" -> Optional.of(new BaselineVariable.MedianIqr());
      case "MEAN_SD" -> Optional.of(new BaselineVariable.MeanSd());
      case "PERCENT" -> percent(in);
      case "PERCENT_AT_LEAST" ->
          Optional.of(
              new BaselineVariable.PercentAtLeast(in.requiredDecimal("atLeast").doubleValue()));
      case "BANDS" ->
          Optional.of(
              new BaselineVariable.Bands(
                  in.objects("bands").stream().map(PlanReader::band).toList()));
      default -> {
        in.fault("summary", "must be MEDIAN_IQR, MEAN_SD, PERCENT, PERCENT_AT_LEAST or BANDS");
        yield Optional.empty();
      }
    };
  }

  private static Optional<BaselineVariable.Summary> percent(JsonReader in) {
    List<String> levels = in.texts("levels");
    Optional<JsonReader> labels = in.object("labels");
    List<String> shown = in.has("show") ? in.texts("show") : levels;
    if (shown.isEmpty() || new HashSet<>(shown).size() != shown.size()) {
      in.fault("levels", "must name the levels to show, each once");
      return Optional.empty();
    }
    return Optional.of(
        new BaselineVariable.Percent(shown.stream().map(level -> level(level, labels)).toList()));
  }

  private static BaselineVariable.Level level(String name, Optional<JsonReader> labels) {
    String label = labels.flatMap(words -> words.text(name)).orElseGet(() -> sentence(name));
    return new BaselineVariable.Level(name, label);
  }

  private static BaselineVariable.Band band(JsonReader in) {
    return new BaselineVariable.Band(
        in.requiredText("label"),
        in.requiredDecimal("from").doubleValue(),
        in.requiredDecimal("to").doubleValue());
  }

  private static Map<String, Set<String>> onlyWith(JsonReader in) {
    Map<String, Set<String>> conditions = new HashMap<>();
    in.object("onlyWith")
        .ifPresent(
            object ->
                object
                    .node()
                    .fieldNames()
                    .forEachRemaining(
                        name -> conditions.put(name, new HashSet<>(object.texts(name)))));
    return conditions;
  }

  private static String words(String level) {
    return level.toLowerCase(Locale.ROOT).replace('_', '/');
  }

  private static String sentence(String level) {
    String text = level.toLowerCase(Locale.ROOT).replace('_', ' ');
    return text.isEmpty() ? level : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
