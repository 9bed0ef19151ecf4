package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lays the analysis's tables out for a screen, one column for each masked label. */
final class Tables {
  private static final int LABEL_WIDTH = 66;
  private static final int CELL_WIDTH = 22;

  private Tables() {}

  /** Table 1: the characteristics that are wanted by name, each with what is missing. */
  static List<String> first(JsonNode table, Set<String> wanted) {
    List<String> rows = new ArrayList<>();
    rows.add(
        row(
            "",
            stream(table.path("columns"))
                .map(c -> c.path("label").asText() + " (n = " + c.path("n").asInt() + ")")
                .toList()));
    for (JsonNode characteristic : table.path("characteristics")) {
      if (wanted.contains(characteristic.path("name").asText())) {
        addCharacteristic(rows, characteristic);
      }
    }
    return rows;
  }

  /**
   * Table 3: n, mean (SD) and median (95% CI) of each label in each population, then the
   * comparisons of all.
   */
  static List<String> third(JsonNode table) {
    List<String> rows = new ArrayList<>();
    JsonNode all = table.path("populations").path(0);
    rows.add(row("", stream(all.path("groups")).map(g -> g.path("label").asText()).toList()));
    for (JsonNode population : table.path("populations")) {
      List<JsonNode> groups = stream(population.path("groups")).toList();
      rows.add(row(population.path("label").asText(), groups.stream().map(Tables::mean).toList()));
      rows.add(row("", groups.stream().map(Tables::median).toList()));
    }
    for (JsonNode comparison : all.path("comparisons")) {
      rows.add(comparison(comparison));
    }
    return rows;
  }

  private static void addCharacteristic(List<String> rows, JsonNode characteristic) {
    String label = characteristic.path("label").asText();
    int missing = characteristic.path("missing").asInt();
    String heading = missing == 0 ? label : label + ", " + missing + " missing";
    for (JsonNode line : characteristic.path("lines")) {
      String level = line.path("level").asText();
      if (!level.isEmpty() && !heading.isEmpty()) {
        rows.add(heading);
        heading = "";
      }
      rows.add(
          row(
              level.isEmpty() ? heading : "  " + level,
              stream(line.path("cells")).map(Tables::cell).toList()));
    }
  }

  private static String cell(JsonNode cell) {
    if (cell.has("percent")) {
      return format("%d (%.0f%%)", cell.path("count").asInt(), cell.path("percent").asDouble());
    }
    if (cell.has("median")) {
      return format(
          "%.0f (%.0f-%.0f)",
          cell.path("median").asDouble(),
          cell.path("firstQuartile").asDouble(),
          cell.path("thirdQuartile").asDouble());
    }
    return format(
        "%.0f (%.0f)", cell.path("mean").asDouble(), cell.path("standardDeviation").asDouble());
  }

  private static String mean(JsonNode group) {
    return format(
        "%d: %.1f (%.1f)",
        group.path("n").asInt(),
        group.path("mean").asDouble(),
        group.path("standardDeviation").asDouble());
  }

  private static String median(JsonNode group) {
    return format(
        "%.1f (%.1f-%.1f)",
        group.path("median").asDouble(),
        group.path("medianInterval").path("lower").asDouble(),
        group.path("medianInterval").path("upper").asDouble());
  }

  private static String comparison(JsonNode comparison) {
    return format(
        "%s against %s: mean difference %.1f (%.1f to %.1f), t-test p = %.3f, rank-sum p = %.3f",
        comparison.path("label").asText(),
        comparison.path("reference").asText(),
        comparison.path("meanDifference").asDouble(),
        comparison.path("meanDifferenceInterval").path("lower").asDouble(),
        comparison.path("meanDifferenceInterval").path("upper").asDouble(),
        comparison.path("tTestPValue").asDouble(),
        comparison.path("rankSumPValue").asDouble());
  }

  private static String row(String label, List<String> cells) {
    StringBuilder row = new StringBuilder(fixed(label, LABEL_WIDTH));
    cells.forEach(cell -> row.append(fixed(cell, CELL_WIDTH)));
    return row.toString().stripTrailing();
  }

  private static String fixed(String text, int width) {
    String cut = text.length() < width ? text : text.substring(0, width - 1);
    return cut + " ".repeat(width - cut.length());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
