package org.absentia.outcome.strip;

import java.util.List;

/** What bars, fillings and lines mean. */
record Legend(double width) {
  private static final double LEFT = 12;
  private static final double SWATCH = 22;
  private static final double LINE = 22;

  /**
   * One explanation.
   *
   * @param group the class of the group around the swatch; empty for none
   */
  private record Entry(String group, List<String> swatches, String meaning) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "bar certificate", List.of("whole", "half part"), "filled as high as its grade"),
          new Entry("bar certificate overruled", List.of("whole", "part"), "does not decide"),
          new Entry("", List.of("sick"), "lost to sick leave"),
          new Entry("", List.of("from-allowance"), "lost to allowance"),
          new Entry("", List.of("increase"), "lost to pension increase"),
          new Entry("", List.of("contracted"), "contracted work"),
          new Entry("", List.of("weekend"), "no workday"));

  /** Draws the explanations below {@code top}, on as many lines as they need. */
  double draw(Svg svg, double top) {
    double x = LEFT;
    double y = top;
    for (Entry entry : ENTRIES) {
      double needed = SWATCH + 6 + Svg.widthOf(entry.meaning()) + 16;
      if (x + needed > width && x > LEFT) {
        x = LEFT;
        y += LINE;
      }
      draw(svg, entry, x, y);
      x += needed;
    }
    return y + LINE;
  }

  private static void draw(Svg svg, Entry entry, double x, double y) {
    svg.begin(entry.group().isEmpty() ? "legend" : "legend " + entry.group(), entry.meaning());
    for (String swatch : entry.swatches()) {
      switch (swatch) {
        case "contracted" -> svg.line(x, y + 8, x + SWATCH, y + 8, swatch);
        case "half part" -> svg.rect(x, y + 8, SWATCH, 8, "part");
        default -> svg.rect(x, y, SWATCH, 16, swatch);
      }
    }
    svg.text(x + SWATCH + 6, y + 12, entry.meaning(), "soft");
    svg.end();
  }
}
