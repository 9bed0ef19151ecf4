package org.absentia.outcome.strip;

import java.util.List;
import org.absentia.outcome.chart.Lane;
import org.absentia.outcome.chart.Register;
import org.absentia.outcome.chart.Statement;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.timeline.Period;

/**
 * A register's lane: a bar for each statement, filled as high as its grade, hatched where it does
 * not decide; statements of the same days stand below each other.
 *
 * @param lines where lines run down through the bars, which labels keep clear of
 */
record Bars(Scale scale, List<Double> lines) {
  private static final double BAR = 20;
  private static final double ROW = 24;
  private static final double GAP = 10;

  private static final String NONE = "no records";

  /** From a bar's left end to its label, and from a line to a label beside it. */
  private static final double MARGIN = 5;

  /** Draws a lane below {@code top} and tells where the next begins. */
  double draw(Svg svg, Lane lane, double top) {
    svg.text(Scale.LEFT - 12, top + 14, lane.register().title(), "title end");
    if (!lane.asked()) {
      svg.text(Scale.LEFT - 12, top + 28, "not asked here", "soft end");
    }
    double y = top;
    for (List<Statement> row : lane.rows()) {
      drawRow(svg, lane.register(), row, y);
      y += ROW;
    }
    double least = top + (lane.asked() ? ROW : 1.5 * ROW);
    if (lane.statements().isEmpty()) {
      svg.line(Scale.LEFT, top + BAR, scale.end(), top + BAR, "base");
      svg.text(clear(Scale.LEFT + MARGIN, Svg.widthOf(NONE)), top + 14, NONE, "soft");
    }
    return Math.max(y, least) + GAP;
  }

  private void drawRow(Svg svg, Register register, List<Statement> row, double y) {
    row.forEach(said -> drawBar(svg, register, said, y));
  }

  private void drawBar(Svg svg, Register register, Statement said, double y) {
    double x = scale.x(said.days().from());
    double width = scale.width(said.days());
    double filled = BAR * said.grade() / PerMyriad.ONE;
    String decides = said.decisive() ? "decisive" : "overruled";
    svg.begin("bar " + style(register) + " " + decides, title(register, said));
    svg.rect(x, y, width, BAR, "whole");
    if (filled > 0) {
      svg.rect(x, y + BAR - filled, width, filled, "part");
    }
    label(svg, said, x, y + 14);
    svg.end();
  }

  /** What it says and which record, as much as fits: else the letter of the text form, or none. */
  private void label(Svg svg, Statement said, double x, double baseline) {
    double end = x + scale.width(said.days());
    for (String label : List.of(said.label() + " · " + said.recordId(), said.label())) {
      double at = clear(x + MARGIN, Svg.widthOf(label));
      if (at + Svg.widthOf(label) + 2 <= end) {
        svg.text(at, baseline, label, "label");
        return;
      }
    }
    String letter = String.valueOf(said.letter());
    double beside = clear(x + 2, Svg.widthOf(letter));
    if (beside + Svg.widthOf(letter) + 1 <= end) {
      svg.text(beside, baseline, letter, "label");
    }
  }

  /** The place at or after one at which no line runs through a label. */
  private double clear(double from, double width) {
    double at = from;
    for (double line : lines) {
      if (at - 2 < line && line < at + width + 2) {
        at = line + MARGIN;
      }
    }
    return at;
  }

  private static String style(Register register) {
    return switch (register) {
      case SICK_LEAVE_CERTIFICATE -> "certificate";
      case SICK_PAY -> "pay";
      case WORK_ASSESSMENT_ALLOWANCE -> "allowance";
      case DISABILITY_PENSION -> "pension";
      case EMPLOYMENT -> "contract";
    };
  }

  private static String title(Register register, Statement said) {
    return "%s %s: %s, %s to %s, %s"
        .formatted(
            register.title(),
            said.recordId(),
            said.label(),
            Period.date(said.days().from()),
            Period.date(said.days().to()),
            said.decisive() ? "decides" : "does not decide");
  }
}
