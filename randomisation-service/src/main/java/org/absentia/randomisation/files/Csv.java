package org.absentia.randomisation.files;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, with the line on which each record begins. */
final class Csv {
  /** A record of the file. */
  record Line(int number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int number = 1;
  private int began = 1;

  private Csv(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Returns the records, blank ones too. A quote that is never closed ends with the text. */
  static List<Line> read(String text) {
    return new Csv(text).lines();
  }

  private List<Line> lines() {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        number++;
      }
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        endCell();
      } else if (c == '\n') {
        endLine();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !cells.isEmpty()) {
      endLine();
    }
    return lines;
  }

  private void endCell() {
    cells.add(cell.toString().strip());
    cell.setLength(0);
  }

  private void endLine() {
    endCell();
    lines.add(new Line(began, cells));
    cells.clear();
    began = number;
  }
}
