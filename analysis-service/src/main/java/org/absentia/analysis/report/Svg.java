package org.absentia.analysis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing under construction. Colours come from classes, so that a page can give light and dark
 * ones.
 */
final class Svg {

  /** Colours for a drawing that stands alone, outside the report. */
  private static final String OWN_STYLE =
      """
      text{font-family:system-ui,sans-serif;font-size:13px;fill:#1c2126}\
      .strong{font-weight:600}.soft{fill:#57606a}.middle{text-anchor:middle}.end{text-anchor:end}\
      .line{stroke:#57606a;stroke-width:1.5;fill:none}.grid{stroke:#d5dae0;stroke-width:1}\
      .box{fill:#f6f8fa;stroke:#8c959f;stroke-width:1}.arrow{fill:#57606a}\
      .fill0{fill:#9ecae9;stroke:#0b5cad}.fill1{fill:#f9cf9f;stroke:#b35900}.fill2{fill:#a8dcc5;stroke:#0a7350}\
      .fill3{fill:#e3bcd9;stroke:#8a3a76}.mark{stroke:#1c2126;stroke-width:3}\
      .trace0,.trace1,.trace2,.trace3{fill:none;stroke-width:1.3;stroke-linejoin:round;stroke-opacity:.85}\
      .trace0{stroke:#0b5cad}.trace1{stroke:#b35900}.trace2{stroke:#0a7350}.trace3{stroke:#8a3a76}\
      @media(prefers-color-scheme:dark){text{fill:#e6e9ec}.soft{fill:#a3adb8}.box{fill:#1d2328;stroke:#6b7681}\
      .line{stroke:#a3adb8}.grid{stroke:#39424b}.arrow{fill:#a3adb8}.mark{stroke:#fff}\
      .fill0{fill:#1f5687;stroke:#8cc4f0}.fill1{fill:#84501a;stroke:#f5b56b}.fill2{fill:#1c6148;stroke:#7fd6b3}\
      .fill3{fill:#6d3860;stroke:#e5a5d4}\
      .trace0{stroke:#8cc4f0}.trace1{stroke:#f5b56b}.trace2{stroke:#7fd6b3}.trace3{stroke:#e5a5d4}}\
      """;

  private final int width;
  private final StringBuilder body = new StringBuilder();

  Svg(int width) {
    this.width = width;
  }

  void rect(double x, double y, double w, double h, String classes) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(w), number(h), classes));
  }

  void line(double x1, double y1, double x2, double y2, String classes) {
    body.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
            .formatted(number(x1), number(y1), number(x2), number(y2), classes));
  }

  /** A line through points, each x and y; a single point becomes a dot. */
  void polyline(List<double[]> points, String classes) {
    if (points.size() == 1) {
      double[] dot = points.getFirst();
      line(dot[0] - 2, dot[1], dot[0] + 2, dot[1], classes);
      return;
    }
    body.append("<polyline class=\"").append(classes).append("\" points=\"");
    for (double[] point : points) {
      body.append(number(point[0])).append(',').append(number(point[1])).append(' ');
    }
    body.append("\"/>");
  }

  void text(double x, double y, String text, String classes) {
    body.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>"
            .formatted(number(x), number(y), classes, escaped(text)));
  }

  /** A line that ends in an arrow head, straight down or to the right. */
  void arrow(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, "line");
    boolean down = x1 == x2;
    String points =
        down
            ? "%s,%s %s,%s %s,%s"
                .formatted(
                    number(x2 - 4),
                    number(y2 - 7),
                    number(x2 + 4),
                    number(y2 - 7),
                    number(x2),
                    number(y2))
            : "%s,%s %s,%s %s,%s"
                .formatted(
                    number(x2 - 7),
                    number(y2 - 4),
                    number(x2 - 7),
                    number(y2 + 4),
                    number(x2),
                    number(y2));
    body.append("<polygon points=\"").append(points).append("\" class=\"arrow\"/>");
  }

  /** Finish a drawing for the page, whose style sheet colours it. */
  String inline(double height, String id, String title, String description) {
    return document(height, id, title, description, "");
  }

  /** Finish a drawing that carries its own colours. */
  String standalone(double height, String id, String title, String description) {
    return document(height, id, title, description, "<style>" + OWN_STYLE + "</style>");
  }

  private String document(
      double height, String id, String title, String description, String style) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %s" width="%d" height="%s" role="img" \
        aria-labelledby="%s-title %s-desc"><title id="%s-title">%s</title><desc id="%s-desc">%s</desc>%s%s</svg>"""
        .formatted(
            width,
            number(height),
            width,
            number(height),
            id,
            id,
            id,
            escaped(title),
            id,
            escaped(description),
            style,
            body);
  }

  /** Break a text into lines that fit a width, by an average width of letters on the safe side. */
  static List<String> wrapped(String text, double width) {
    int most = (int) (width / 7);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
