package org.absentia.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.absentia.analysis.run.Figure1;

/**
 * Draws the flow chart: stages downwards, those who left beside (or on a phone below) them, then a
 * column per label.
 */
public final class FlowChart {

  private static final double LINE = 18;
  private static final double PADDING = 9;
  private static final double GAP = 26;
  private static final double MARGIN = 1;
  static final String LABEL = "Label";
  static final String ARM = "Arm";

  private final Layout layout;
  private final String word;
  private final Svg svg;
  private double y = MARGIN;

  private FlowChart(Layout layout, String word) {
    this.layout = layout;
    this.word = word;
    this.svg = new Svg(layout.width());
  }

  /**
   * Draw the chart as a part of a page.
   *
   * @param word what the groups are, before the name of each
   */
  public static String inline(Figure1 figure, Layout layout, String word) {
    FlowChart chart = new FlowChart(layout, word);
    double height = chart.draw(figure);
    return chart.svg.inline(
        height, "figure-1-" + layout.suffix(), title(), FlowSteps.described(figure));
  }

  public static String standalone(Figure1 figure) {
    FlowChart chart = new FlowChart(Layout.WIDE, LABEL);
    double height = chart.draw(figure);
    return chart.svg.standalone(height, "figure-1", title(), FlowSteps.described(figure));
  }

  private static String title() {
    return "Flow of participants";
  }

  private double draw(Figure1 figure) {
    List<FlowSteps.Stage> stages = FlowSteps.of(figure.flow());
    stages.forEach(this::drawStage);
    return figure.groups().isEmpty() ? y + MARGIN : drawGroups(figure.groups());
  }

  /** Draw a stage and, right of the way down, those who left after it. */
  private void drawStage(FlowSteps.Stage stage) {
    double way = wayDown();
    double width = layout == Layout.WIDE ? layout.width() * 0.4 : layout.width() - 2 * MARGIN;
    double x = (layout.width() - width) / 2;
    y += drawBox(x, y, width, List.of(stage.text(), "n = " + Format.count(stage.n())), 1);
    if (stage.losses().isEmpty()) {
      return;
    }
    double bottom = y;
    double left = way + 24;
    double top = bottom + GAP / 2;
    double height = drawLosses(left, top, layout.width() - left - MARGIN, stage.losses());
    y = top + height + GAP / 2;
    svg.arrow(way, bottom, way, y);
    svg.arrow(way, top + height / 2, left, top + height / 2);
  }

  private double wayDown() {
    return layout == Layout.WIDE ? layout.width() / 2.0 : 16;
  }

  private double drawLosses(double x, double top, double width, List<FlowSteps.Loss> losses) {
    List<List<String>> texts =
        losses.stream().map(l -> Svg.wrapped(l.text(), width - indent(l) - 60)).toList();
    int lines = texts.stream().mapToInt(List::size).sum();
    double height = 2 * PADDING + lines * LINE - 4;
    svg.rect(x, top, width, height, "box");
    double baseline = top + PADDING + 12;
    for (int i = 0; i < losses.size(); i++) {
      FlowSteps.Loss loss = losses.get(i);
      String tone = loss.reason() ? "soft" : "";
      svg.text(x + width - 12, baseline, Format.count(loss.n()), tone + " end");
      for (String line : texts.get(i)) {
        svg.text(x + indent(loss), baseline, line, tone);
        baseline += LINE;
      }
    }
    return height;
  }

  private static double indent(FlowSteps.Loss loss) {
    return loss.reason() ? 26 : 12;
  }

  /** Draw lines of text in a box, the first ones strong; return its height. */
  private double drawBox(double x, double top, double width, List<String> texts, int strong) {
    List<String> lines = new ArrayList<>();
    int strongLines = 0;
    for (int i = 0; i < texts.size(); i++) {
      List<String> wrapped = Svg.wrapped(texts.get(i), width - 2 * PADDING);
      lines.addAll(wrapped);
      strongLines += i < strong ? wrapped.size() : 0;
    }
    double height = 2 * PADDING + lines.size() * LINE - 4;
    svg.rect(x, top, width, height, "box");
    for (int i = 0; i < lines.size(); i++) {
      double baseline = top + PADDING + 12 + i * LINE;
      svg.text(x + width / 2, baseline, lines.get(i), i < strongLines ? "strong middle" : "middle");
    }
    return height;
  }

  private double drawGroups(List<Figure1.Group> groups) {
    double fork = y + GAP / 2;
    double top = y + GAP;
    double space = layout == Layout.WIDE ? 24 : 8;
    double width = (layout.width() - 2 * MARGIN - space * (groups.size() - 1)) / groups.size();
    double middle = layout.width() / 2.0;
    svg.line(middle, y, middle, fork, "line");
    double first = MARGIN + width / 2;
    double last = MARGIN + (groups.size() - 1) * (width + space) + width / 2;
    svg.line(first, fork, last, fork, "line");
    double bottom = top;
    for (int i = 0; i < groups.size(); i++) {
      double x = MARGIN + i * (width + space);
      svg.arrow(x + width / 2, fork, x + width / 2, top);
      bottom = Math.max(bottom, drawGroup(groups.get(i), x, top, width));
    }
    return bottom + MARGIN;
  }

  private double drawGroup(Figure1.Group group, double x, double top, double width) {
    double at = top;
    at +=
        drawBox(
            x,
            at,
            width,
            List.of(word + " " + group.label(), "Allocated", "n = " + group.allocated()),
            1);
    svg.arrow(x + width / 2, at, x + width / 2, at + GAP);
    at += GAP;
    at += drawBox(x, at, width, List.of("Withdrawn", "n = " + group.withdrawn()), 0);
    svg.arrow(x + width / 2, at, x + width / 2, at + GAP);
    at += GAP;
    at += drawBox(x, at, width, List.of("Analysed", "n = " + group.analysed()), 1);
    return at;
  }
}
