package org.absentia.outcome.strip;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.chart.Chart;
import org.absentia.outcome.chart.Stretch;
import org.absentia.outcome.derivation.ExplainedDay;
import org.absentia.outcome.derivation.Ratio;
import org.absentia.outcome.timeline.Period;

/** The lane of what each day counted: lost work by benefit, under the line of contracted work. */
record Losses(Scale scale) {
  static final double HEIGHT = 72;
  private static final double MONTHS = 36;

  private static final double MARGIN = 8;

  private static final String UNCOUNTED = "not counted before follow-up";

  /** Half the width that a month's number and sum take. */
  private static final double HALF_LABEL = 16;

  /**
   * The part of a day's lost work that lies between two heights.
   *
   * @param from share of a whole day, as is {@code to}
   */
  private record Part(String style, double from, double to) {}

  /** Draws the lane below {@code top} and tells where the months below it end. */
  double draw(Svg svg, Chart chart, double top) {
    double bottom = top + HEIGHT;
    svg.text(Scale.LEFT - 12, top + 34, "lost work", "title end");
    svg.text(Scale.LEFT - 12, top + 4, "whole day", "soft end");
    svg.text(Scale.LEFT - 12, bottom, "none", "soft end");
    svg.line(Scale.LEFT, top, scale.end(), top, "base");
    svg.line(Scale.LEFT, top + HEIGHT / 2, scale.end(), top + HEIGHT / 2, "month");
    chart.stretches().forEach(stretch -> draw(svg, stretch, bottom));
    svg.line(Scale.LEFT, bottom, scale.end(), bottom, "base");
    drawContracted(svg, chart.days(), bottom);
    double index = Math.min(scale.x(Period.day(chart.outcome().indexDate())), scale.end());
    if (index - Scale.LEFT > Svg.widthOf(UNCOUNTED) + MARGIN) {
      svg.text(index - MARGIN, bottom - MARGIN, UNCOUNTED, "soft end");
    }
    drawMonths(svg, chart, top, bottom);
    return bottom + MONTHS;
  }

  private void draw(Svg svg, Stretch stretch, double bottom) {
    svg.begin("stretch", stretch.summary());
    for (Part part : parts(stretch)) {
      StringBuilder outline = new StringBuilder();
      for (Period run : stretch.workdays()) {
        outline.append(
            Svg.box(
                scale.x(run.from()),
                bottom - part.from() * HEIGHT,
                scale.width(run),
                (part.to() - part.from()) * HEIGHT));
      }
      svg.path(outline.toString(), "lost " + part.style());
    }
    svg.end();
  }

  /** Of a workday the larger of sick leave and allowance, and on top the pension increase. */
  private static List<Part> parts(Stretch stretch) {
    double lost = stretch.lostEachWorkday().map(Losses::number).orElse(0.0);
    double sickLeave = number(stretch.each().sickLeave());
    double allowance = number(stretch.each().workAssessmentAllowance());
    double absence = Math.min(lost, Math.max(sickLeave, allowance));
    String source = sickLeave >= allowance ? "sick" : "from-allowance";
    return List.of(new Part(source, 0, absence), new Part("increase", absence, lost)).stream()
        .filter(part -> part.to() > part.from())
        .toList();
  }

  private static double number(Ratio ratio) {
    return (double) ratio.numerator() / ratio.denominator();
  }

  private void drawContracted(Svg svg, List<ExplainedDay> days, double bottom) {
    StringBuilder outline = new StringBuilder();
    for (int i = 0; i < days.size(); i++) {
      ExplainedDay day = days.get(i);
      if (i == 0 || !day.contractedShare().equals(days.get(i - 1).contractedShare())) {
        String x = Svg.number(scale.x(Period.day(day.date())));
        String y = Svg.number(bottom - number(day.contractedShare()) * HEIGHT);
        outline.append(i == 0 ? "M" + x + " " + y : "H" + x + "V" + y);
      }
    }
    if (!days.isEmpty()) {
      outline.append('H').append(Svg.number(scale.x(Period.day(days.getLast().date()) + 1)));
    }
    svg.path(outline.toString(), "contracted");
  }

  /** Below the lane the months of follow-up, each with the workdays lost by its end. */
  private void drawMonths(Svg svg, Chart chart, double top, double bottom) {
    if (chart.days().isEmpty()) {
      return;
    }
    svg.text(Scale.LEFT - 12, bottom + 15, "month", "soft end");
    svg.text(Scale.LEFT - 12, bottom + 30, "lost by its end", "soft end");
    Period followUp = Period.of(chart.days().getFirst().date(), chart.days().getLast().date());
    LocalDate indexDate = chart.outcome().indexDate();
    List<Ratio> cumulative = chart.outcome().cumulative();
    for (int month = 0; month < cumulative.size(); month++) {
      Period days =
          Period.until(
              Period.day(indexDate.plusMonths(month)),
              Period.day(indexDate.plusMonths(month + 1L)));
      if (days.overlaps(followUp)) {
        drawMonth(svg, month, days, followUp, cumulative.get(month), top, bottom);
      }
    }
  }

  private void drawMonth(
      Svg svg, int month, Period days, Period followUp, Ratio lost, double top, double bottom) {
    Period seen = days.shared(followUp);
    if (month > 0 && followUp.covers(days.from())) {
      svg.line(scale.x(days.from()), top, scale.x(days.from()), bottom + 6, "mark border");
    }
    if (scale.width(seen) > 2 * HALF_LABEL) {
      double middle = scale.x(seen.from()) + scale.width(seen) / 2;
      svg.text(middle, bottom + 15, String.valueOf(month + 1), "soft middle");
      svg.text(middle, bottom + 30, Svg.number(number(lost)), "middle");
    }
  }
}
