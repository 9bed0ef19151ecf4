package org.absentia.outcome.strip;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A layer of a drawing under construction. Colours come from classes. */
final class Svg {
  /** The width of a letter of small text, on the safe side. */
  private static final double LETTER = 6.3;

  private final StringBuilder body = new StringBuilder();

  /** The width that a small text takes, on the safe side. */
  static double widthOf(String text) {
    return text.codePointCount(0, text.length()) * LETTER;
  }

  /** Breaks a list into lines of at most so many letters. */
  static List<String> wrapped(List<String> parts, String between, int most) {
    List<String> lines = new ArrayList<>();
    for (String part : parts) {
      boolean fits =
          !lines.isEmpty() && lines.getLast().length() + between.length() + part.length() <= most;
      lines.add(fits ? lines.removeLast() + between + part : part);
    }
    return lines;
  }

  void rect(double x, double y, double width, double height, String classes) {
    append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>",
        number(x), number(y), number(width), number(height), classes);
  }

  void line(double x1, double y1, double x2, double y2, String classes) {
    append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>",
        number(x1), number(y1), number(x2), number(y2), classes);
  }

  /** An outline in the language of SVG paths; nothing when it is empty. */
  void path(String outline, String classes) {
    if (!outline.isEmpty()) {
      append("<path d=\"%s\" class=\"%s\"/>", outline, classes);
    }
  }

  void text(double x, double y, String text, String classes) {
    append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>",
        number(x), number(y), classes, escaped(text));
  }

  /** Begins a group that tells what it is when pointed at. */
  void begin(String classes, String title) {
    append("<g class=\"%s\"><title>%s</title>", classes, escaped(title));
  }

  void end() {
    body.append("</g>");
  }

  private void append(String element, Object... values) {
    body.append(element.formatted(values)).append('\n');
  }

  /** The elements so far. */
  String elements() {
    return body.toString();
  }

  /** A box for a path: from its left bottom corner up and back. */
  static String box(double x, double bottom, double width, double height) {
    return "M%s %sv-%sh%sv%sz"
        .formatted(number(x), number(bottom), number(height), number(width), number(height));
  }

  /** A length to a tenth of a pixel. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A text as XML writes it; what XML cannot write is left out. */
  static String escaped(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints().filter(Svg::isLegal).forEach(legal::appendCodePoint);
    return legal
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static boolean isLegal(int codePoint) {
    return (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
