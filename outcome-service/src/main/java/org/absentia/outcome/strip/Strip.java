package org.absentia.outcome.strip;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.outcome.chart.Chart;
import org.absentia.outcome.chart.Lane;
import org.absentia.outcome.chart.Mark;
import org.absentia.outcome.chart.Stretch;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.timeline.Period;

/**
 * Draws a chart as SVG that stands alone: no script, no font, nothing to load. Layers from bottom
 * to top: what falls on weekends and months, the lanes, the days of note.
 */
public final class Strip {
  private static final double MARGIN = 12;

  private final Chart chart;
  private final Scale scale;
  private final Flags flags;
  private final Svg ground = new Svg();
  private final Svg lanes = new Svg();
  private final Svg top = new Svg();

  private Strip(Chart chart) {
    this.chart = chart;
    this.scale = new Scale(chart.shown());
    this.flags = new Flags(chart.marks(), scale);
  }

  /** Draws the chart of a participant. */
  public static String of(String participantId, Chart chart) {
    Strip strip = new Strip(chart);
    double height = strip.draw(participantId);
    return strip.document(participantId, height);
  }

  private double draw(String participantId) {
    double flagsTop = drawHeading(participantId) + MARGIN;
    double axisTop = flagsTop + flags.height() + 4;
    double lanesTop = axisTop + Axis.HEIGHT;
    Bars bars = new Bars(scale, flags.lines());
    double y = lanesTop + MARGIN / 2;
    for (Lane lane : chart.lanes()) {
      y = bars.draw(lanes, lane, y);
    }
    double end = new Losses(scale).draw(lanes, chart, y + MARGIN);
    drawGround(axisTop, lanesTop, y + MARGIN + Losses.HEIGHT);
    flags.drawLines(top, flagsTop, y + MARGIN + Losses.HEIGHT);
    flags.label(top, flagsTop);
    return new Legend(scale.total()).draw(lanes, end + MARGIN) + MARGIN;
  }

  private void drawGround(double axisTop, double lanesTop, double bottom) {
    Axis axis = new Axis(scale);
    axis.shade(ground, chart.outcome().definition().workdays(), lanesTop, bottom);
    axis.rule(ground, axisTop + Axis.HEIGHT / 2, bottom);
    axis.label(ground, axisTop);
  }

  private double drawHeading(String participantId) {
    top.text(MARGIN, 24, heading(participantId), "heading");
    double y = 24;
    for (String line : Svg.wrapped(results(), " · ", (int) ((scale.total() - MARGIN) / 7.4))) {
      y += 19;
      top.text(MARGIN, y, line, "result");
    }
    return y;
  }

  private static String heading(String participantId) {
    return "Participant " + participantId;
  }

  private List<String> results() {
    Outcome outcome = chart.outcome();
    return Stream.concat(
            Stream.of(
                "definition " + outcome.definition().name(), "index date " + outcome.indexDate()),
            outcome.windows().stream().map(Strip::result))
        .toList();
  }

  private static String result(Outcome.Window window) {
    return "%s: %s of %d workdays lost"
        .formatted(window.window(), window.lostWorkdays().rounded(), window.workdays());
  }

  private String document(String participantId, double height) {
    String size = Svg.number(scale.total()) + "\" height=\"" + Svg.number(height);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" role="img" \
        aria-labelledby="strip-title strip-desc"><title id="strip-title">%s</title>
        <desc id="strip-desc">%s</desc>
        %s<rect width="100%%" height="100%%" class="paper"/>
        %s%s%s</svg>
        """
        .formatted(
            Svg.number(scale.total()),
            Svg.number(height),
            size,
            Svg.escaped(heading(participantId)),
            Svg.escaped(described()),
            Style.DEFINITIONS,
            ground.elements(),
            lanes.elements(),
            top.elements());
  }

  /** The drawing in words: the result, the days of note, and what each stretch counted. */
  private String described() {
    Stream<String> marks =
        chart.marks().stream()
            .filter(mark -> mark.kind() != Mark.Kind.FOLLOW_UP_MONTH)
            .map(mark -> mark.date() + " " + mark.label());
    Stream<String> shown =
        Stream.of(
            "From " + Period.date(chart.shown().from()) + " to " + Period.date(chart.shown().to()));
    return Stream.of(
            shown, results().stream(), marks, chart.stretches().stream().map(Stretch::summary))
        .flatMap(sentences -> sentences)
        .collect(Collectors.joining(". ", "", "."));
  }
}
