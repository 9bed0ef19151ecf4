package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.json.VersionWriting;

/**
 * Outcomes as a table whose columns follow from the definition. A cell whose value is not known,
 * such as that of a window which a withdrawal cut short, is empty.
 */
record OutcomeTable(List<String> columns) {
  private static final List<String> VERSION =
      List.of("participantId", "outcomeVersion", "status", "computedAt", "inputHash");
  private static final List<String> WINDOW = List.of("workdays", "lostWorkdays");
  private static final List<String> BY_SOURCE =
      List.of("sickLeave", "workAssessmentAllowance", "disabilityPensionIncrease");
  private static final List<String> RETURN = List.of("event", "time");
  private static final List<String> BASELINE =
      List.of(
          "contractedShare",
          "contract",
          "disabilityGrade",
          "gradedDisabilityPension",
          "sickLeaveGrade",
          "sickLeave",
          "consecutiveSickLeaveDays",
          "lostWorkdaysPreviousYear",
          "sickLeaveCalendarDaysPreviousYear",
          "workedShareAfterOneWeek");

  /** The table of outcomes that were derived by any of these definitions. */
  static OutcomeTable of(List<OutcomeDefinition> definitions) {
    Set<String> columns = new LinkedHashSet<>(VERSION);
    definitions.stream().map(OutcomeDefinition::windows).forEach(all -> addWindows(columns, all));
    int months = definitions.stream().mapToInt(OutcomeTable::mostMonths).max().orElse(0);
    for (int month = 1; month <= months; month++) {
      columns.add("cumulative." + month);
    }
    for (OutcomeDefinition definition : definitions) {
      for (ReturnToWorkRule rule : definition.returnToWork()) {
        String name = ruleName(rule.absenceFree().toString(), rule.followUp().toString());
        RETURN.forEach(value -> columns.add(name + "." + value));
      }
    }
    BASELINE.forEach(name -> columns.add("baseline." + name));
    return new OutcomeTable(List.copyOf(columns));
  }

  private static void addWindows(Set<String> columns, List<Span> windows) {
    for (Span window : windows) {
      WINDOW.forEach(value -> columns.add(value + "." + window));
      BY_SOURCE.forEach(source -> columns.add(source + "." + window));
    }
  }

  private static String ruleName(String absenceFree, String followUp) {
    return "returnToWork." + absenceFree + "." + followUp;
  }

  /** The most follow-up months that the longest window can have, whenever it begins. */
  private static int mostMonths(OutcomeDefinition definition) {
    return definition.windows().stream().mapToInt(OutcomeTable::mostMonths).max().orElseThrow();
  }

  private static int mostMonths(Span window) {
    return window.wholeMonths().orElseGet(() -> window.wholeDays().orElseThrow() / 28 + 1);
  }

  String header() {
    return String.join(",", columns) + "\r\n";
  }

  String line(OutcomeVersion version) {
    Map<String, String> cells = cells(version);
    return columns.stream()
        .map(column -> cells.getOrDefault(column, ""))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static Map<String, String> cells(OutcomeVersion version) {
    Map<String, String> cells = new HashMap<>();
    JsonNode written = VersionWriting.write(version);
    VERSION.forEach(name -> cells.put(name, written.path(name).asText()));
    JsonNode values = VersionWriting.values(version).orElse(MissingNode.getInstance());
    for (JsonNode window : values.path("windows")) {
      String name = window.path("window").asText();
      put(cells, WINDOW, "", window, "." + name);
      put(cells, BY_SOURCE, "", window.path("bySource"), "." + name);
    }
    int month = 0;
    for (JsonNode lost : values.path("cumulative")) {
      month++;
      cells.put("cumulative." + month, lost.asText());
    }
    for (JsonNode rule : values.path("returnToWork")) {
      String name = ruleName(rule.path("absenceFree").asText(), rule.path("followUp").asText());
      put(cells, RETURN, name + ".", rule, "");
    }
    put(cells, BASELINE, "baseline.", values.path("baseline"), "");
    return cells;
  }

  private static void put(
      Map<String, String> cells, List<String> names, String before, JsonNode from, String after) {
    names.forEach(name -> cells.put(before + name + after, from.path(name).asText()));
  }
}
