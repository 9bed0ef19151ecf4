package org.absentia.randomisation.http;

import java.util.Locale;

/** A drawing for a page, whose style sheet colours it by class. */
final class Svg {
  private final StringBuilder body = new StringBuilder();

  void line(double x1, double y1, double x2, double y2, String classes) {
    body.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
            .formatted(number(x1), number(y1), number(x2), number(y2), classes));
  }

  void circle(double x, double y, double radius, String classes) {
    body.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(radius), classes));
  }

  void text(double x, double y, String text, String classes) {
    body.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>"
            .formatted(number(x), number(y), classes, escaped(text)));
  }

  String drawing(int width, int height, String title, String description) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">\
        <title>%s</title><desc>%s</desc>%s</svg>"""
        .formatted(
            width,
            height,
            width,
            height,
            escaped(title),
            escaped(title),
            escaped(description),
            body);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
