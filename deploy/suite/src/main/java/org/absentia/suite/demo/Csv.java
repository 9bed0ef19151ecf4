package org.absentia.suite.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Prints a table that a service answers as CSV in columns. */
final class Csv {
  private static final int WIDEST = 46;

  private Csv() {}

  /** Lay out the rows whose first cell is wanted, below the heading. */
  static List<String> columns(String csv, Predicate<String> wanted) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : csv.lines().toList()) {
      List<String> cells = cells(line);
      if (rows.isEmpty() || wanted.test(cells.getFirst())) {
        rows.add(cells);
      }
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int k = 0; k < row.size(); k++) {
        widths[k] = Math.min(WIDEST, Math.max(widths[k], row.get(k).length()));
      }
    }
    return rows.stream().map(row -> laidOut(row, widths)).toList();
  }

  private static String laidOut(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < row.size(); k++) {
      String cell = row.get(k);
      String shown = cell.length() > widths[k] ? cell.substring(0, widths[k]) : cell;
      String blanks = " ".repeat(widths[k] - shown.length());
      line.append(k == 0 ? shown + blanks : blanks + shown).append("  ");
    }
    return line.toString().stripTrailing();
  }

  /** Split a line at commas outside quotation marks. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int k = 0; k < line.length(); k++) {
      char c = line.charAt(k);
      if (c == '"' && quoted && k + 1 < line.length() && line.charAt(k + 1) == '"') {
        cell.append('"');
        k++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
