package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.json.VersionWriting;

/** Outcomes as a table whose columns follow from the definition; cells without value are empty. */
record OutcomeTable(List<Column> columns) {
  private static final List<String> WINDOW =
      List.of(
          "workdays",
          "lostWorkdays",
          "bySource/sickLeave",
          "bySource/workAssessmentAllowance",
          "bySource/disabilityPensionIncrease");
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

  /** A column and the JSON pointer of its value. */
  record Column(String name, String pointer) {}

  static OutcomeTable of(OutcomeDefinition definition) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < definition.windows().size(); i++) {
      for (String value : WINDOW) {
        String name = value.substring(value.indexOf('/') + 1);
        columns.add(
            new Column(name + "." + definition.windows().get(i), "/windows/" + i + "/" + value));
      }
    }
    for (int month = 0; month < mostMonths(definition); month++) {
      columns.add(new Column("cumulative." + (month + 1), "/cumulative/" + month));
    }
    for (int i = 0; i < definition.returnToWork().size(); i++) {
      Span free = definition.returnToWork().get(i).absenceFree();
      for (String value : List.of("event", "time")) {
        columns.add(
            new Column("returnToWork." + free + "." + value, "/returnToWork/" + i + "/" + value));
      }
    }
    BASELINE.forEach(name -> columns.add(new Column("baseline." + name, "/baseline/" + name)));
    return new OutcomeTable(columns);
  }

  /** The most follow-up months that the longest window can have, whenever it begins. */
  private static int mostMonths(OutcomeDefinition definition) {
    return definition.windows().stream().mapToInt(OutcomeTable::mostMonths).max().orElseThrow();
  }

  private static int mostMonths(Span window) {
    return window.wholeMonths().orElseGet(() -> window.wholeDays().orElseThrow() / 28 + 1);
  }

  String header() {
    return columns.stream()
        .map(Column::name)
        .collect(
            Collectors.joining(
                ",", "participantId,outcomeVersion,status,computedAt,inputHash,", "\r\n"));
  }

  String line(OutcomeVersion version) {
    JsonNode values = VersionWriting.values(version).orElse(MissingNode.getInstance());
    String start =
        String.join(
            ",",
            version.participantId().toString(),
            String.valueOf(version.number()),
            version.status().name(),
            version.computedAt().toString(),
            version.inputHash());
    return columns.stream()
        .map(column -> values.at(column.pointer()).asText())
        .collect(Collectors.joining(",", start + ",", "\r\n"));
  }
}
