package org.absentia.analysis.report;

import java.util.stream.Collectors;
import org.absentia.analysis.run.Figure2;

/**
 * Draws the distribution of lost workdays: box from quartile to quartile, line at the median,
 * whiskers over the range.
 */
public final class BoxPlot {

  private static final double ROW = 84;
  private static final double LEFT = 14;
  private static final double RIGHT = 14;
  private static final double TOP = 8;
  private static final double BOX = 30;
  private static final double NARROWEST_HEADING = 92;
  private static final double CHARACTER = 8.2;

  private final Figure2 figure;
  private final Layout layout;
  private final Svg svg;
  private final double end;

  private BoxPlot(Figure2 figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
    this.svg = new Svg(layout.width());
    double largest =
        figure.boxes().stream()
            .mapToDouble(Figure2.Box::maximum)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double needed =
        Double.isNaN(figure.workdays()) ? largest : Math.max(largest, figure.workdays());
    this.end = Math.max(1, needed);
  }

  public static String inline(Figure2 figure, Layout layout) {
    BoxPlot plot = new BoxPlot(figure, layout);
    double height = plot.draw();
    return plot.svg.inline(height, "figure-2-" + layout.suffix(), title(), description(figure));
  }

  public static String standalone(Figure2 figure) {
    BoxPlot plot = new BoxPlot(figure, Layout.WIDE);
    double height = plot.draw();
    return plot.svg.standalone(height, "figure-2", title(), description(figure));
  }

  private static String title() {
    return "Distribution of lost workdays by label";
  }

  private static String description(Figure2 figure) {
    return figure.boxes().stream()
        .map(
            box ->
                "%s: n %d, median %s, quartiles %s and %s, range %s to %s."
                    .formatted(
                        box.label(),
                        box.n(),
                        Format.shortest(box.median()),
                        Format.shortest(box.firstQuartile()),
                        Format.shortest(box.thirdQuartile()),
                        Format.shortest(box.minimum()),
                        Format.shortest(box.maximum())))
        .collect(Collectors.joining(" "));
  }

  private double draw() {
    double rowHeight = layout == Layout.WIDE ? ROW : ROW + 16;
    double bottom = TOP + figure.boxes().size() * rowHeight;
    drawAxis(bottom);
    for (int i = 0; i < figure.boxes().size(); i++) {
      drawRow(figure.boxes().get(i), i, TOP + i * rowHeight);
    }
    return bottom + 44;
  }

  private void drawAxis(double bottom) {
    double step = stepOf(end, layout == Layout.WIDE ? 8 : 5);
    for (double tick = 0; tick <= end; tick += step) {
      svg.line(x(tick), TOP, x(tick), bottom, "grid");
      svg.text(x(tick), bottom + 17, Format.shortest(tick), "soft middle");
    }
    svg.line(x(0), bottom, x(end), bottom, "line");
    svg.text((x(0) + x(end)) / 2, bottom + 37, "Lost workdays", "middle");
  }

  /** Choose a step of 1, 2 or 5 times a power of ten that gives no more ticks than wanted. */
  private static double stepOf(double end, int ticks) {
    double rough = end / ticks;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double ratio = rough / power;
    return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
  }

  private void drawRow(Figure2.Box box, int index, double top) {
    String numbers =
        "median %s (IQR %s), range %s"
            .formatted(
                Format.shortest(box.median()),
                Format.range(box.firstQuartile(), box.thirdQuartile()),
                Format.range(box.minimum(), box.maximum()));
    svg.text(LEFT, top + 18, heading(box), "strong");
    boolean wide = layout == Layout.WIDE;
    svg.text(wide ? LEFT + widestHeading() : LEFT, top + (wide ? 18 : 34), numbers, "soft");
    if (box.n() == 0) {
      return;
    }
    double y = top + (wide ? 30 : 46);
    double middle = y + BOX / 2;
    svg.line(x(box.minimum()), middle, x(box.maximum()), middle, "line");
    svg.line(x(box.minimum()), middle - 8, x(box.minimum()), middle + 8, "line");
    svg.line(x(box.maximum()), middle - 8, x(box.maximum()), middle + 8, "line");
    double width = x(box.thirdQuartile()) - x(box.firstQuartile());
    svg.rect(x(box.firstQuartile()), y, width, BOX, "fill" + index % 4);
    svg.line(x(box.median()), y, x(box.median()), y + BOX, "mark");
  }

  private static String heading(Figure2.Box box) {
    return box.label() + " (n = " + box.n() + ")";
  }

  /** The width to keep free for the headings, which hold a letter or, unmasked, the arm's name. */
  private double widestHeading() {
    int longest = figure.boxes().stream().mapToInt(box -> heading(box).length()).max().orElse(0);
    return Math.max(NARROWEST_HEADING, longest * CHARACTER);
  }

  private double x(double value) {
    return LEFT + value / end * (layout.width() - LEFT - RIGHT);
  }
}
