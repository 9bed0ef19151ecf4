package org.absentia.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws how the chains of a multiple imputation went: for each variable the mean and the standard
 * deviation of what was filled in, a line for each imputation over the iterations. Lines that mix
 * and show no trend are what one wants to see.
 */
public final class TracePlot {
  private static final int WIDTH = 760;
  private static final double PANEL = 300;
  private static final double PLOT = 120;
  private static final double ROW = 190;
  private static final double FIRST = 62;
  private static final double GAP = 76;
  private static final double TOP = 34;
  private static final double INDENT = 6;
  private static final int COLOURS = 4;
  private static final int TICKS = 6;
  private static final int MOST_VARIABLES = 40;
  private static final int MOST_LINES = 50;

  private final Svg svg = new Svg(WIDTH);

  private TracePlot() {}

  /**
   * What a variable's chains went through.
   *
   * @param means a line for each imputation with a number for each iteration
   * @param deviations the same of the standard deviations
   */
  public record Chains(String variable, List<List<Double>> means, List<List<Double>> deviations) {
    public Chains {
      means = List.copyOf(means);
      deviations = List.copyOf(deviations);
    }

    int iterations() {
      return means.isEmpty() ? 0 : means.getFirst().size();
    }
  }

  /** A drawing that stands alone; of very many variables or imputations the first ones only. */
  public static String standalone(List<Chains> chains) {
    TracePlot plot = new TracePlot();
    List<Chains> drawn = chains.stream().limit(MOST_VARIABLES).toList();
    double height = plot.draw(drawn);
    return plot.svg.standalone(height, "traces", title(), description(chains));
  }

  private static String title() {
    return "Convergence of the imputed values";
  }

  private static String description(List<Chains> chains) {
    if (chains.isEmpty()) {
      return "No value was missing: nothing was imputed.";
    }
    String variables =
        chains.stream()
            .map(
                each ->
                    "%s: means end between %s, standard deviations between %s."
                        .formatted(each.variable(), ends(each.means()), ends(each.deviations())))
            .collect(Collectors.joining(" "));
    return "Mean and standard deviation of the imputed values of each variable by iteration, a line"
        + " for each of %d imputations. %s".formatted(chains.getFirst().means().size(), variables);
  }

  private static String ends(List<List<Double>> lines) {
    List<Double> last =
        lines.stream().map(List::getLast).filter(Double::isFinite).sorted().toList();
    return last.isEmpty()
        ? Format.UNDEFINED
        : figure(last.getFirst()) + " and " + figure(last.getLast());
  }

  private double draw(List<Chains> chains) {
    if (chains.isEmpty()) {
      svg.text(FIRST, TOP, "No value was missing: nothing was imputed.", "soft");
      return ROW / 2;
    }
    double top = TOP;
    for (Chains each : chains) {
      svg.text(INDENT, top - 14, each.variable(), "strong");
      panel(each.means(), FIRST, top, "Mean", each.iterations());
      panel(each.deviations(), FIRST + PANEL + GAP, top, "Standard deviation", each.iterations());
      top += ROW;
    }
    return top - TOP + INDENT;
  }

  private void panel(
      List<List<Double>> lines, double left, double top, String name, int iterations) {
    Scale y = Scale.of(lines.stream().flatMap(List::stream).filter(Double::isFinite));
    svg.text(left + PANEL, top - 14, name + " by iteration", "soft end");
    svg.rect(left, top - INDENT, PANEL, PLOT + 2 * INDENT, "box");
    for (double tick : y.ticks()) {
      double height = top + PLOT * (1 - y.share(tick));
      svg.line(left, height, left + PANEL, height, "grid");
      svg.text(left - INDENT, height + 4, figure(tick), "soft end");
    }
    int step = Math.max(1, Math.ceilDiv(iterations, TICKS));
    for (int iteration = 1; iteration <= iterations; iteration += step) {
      String label = String.valueOf(iteration);
      svg.text(x(iteration, iterations, left), top + PLOT + 24, label, "soft middle");
    }
    for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
      curve(lines.get(i), left, top, y, i);
    }
  }

  private void curve(List<Double> line, double left, double top, Scale y, int place) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      if (Double.isFinite(line.get(i))) {
        double height = top + PLOT * (1 - y.share(line.get(i)));
        points.add(new double[] {x(i + 1, line.size(), left), height});
      }
    }
    svg.polyline(points, "trace" + place % COLOURS);
  }

  private static double x(int iteration, int iterations, double left) {
    double inner = PANEL - 2 * INDENT;
    double share = iterations > 1 ? (iteration - 1.0) / (iterations - 1) : 0.5;
    return left + INDENT + share * inner;
  }

  /** Four figures, which tell neighbouring ticks apart. */
  private static String figure(double value) {
    if (value == 0) {
      return "0";
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "").replace('-', '\u2212')
        : text.replace('-', '\u2212');
  }

  /** The range of an axis and its ticks. */
  private record Scale(double from, double to) {
    static Scale of(Stream<Double> values) {
      List<Double> sorted = values.sorted().toList();
      double least = sorted.isEmpty() ? 0 : sorted.getFirst();
      double largest = sorted.isEmpty() ? 1 : sorted.getLast();
      double room = largest > least ? 0 : Math.max(Math.abs(least), 1) / 2;
      return new Scale(least - room, largest + room);
    }

    double share(double value) {
      return (value - from) / (to - from);
    }

    List<Double> ticks() {
      double rough = (to - from) / 4;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double ratio = rough / power;
      double step = power * (ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10);
      List<Double> ticks = new ArrayList<>();
      for (double k = Math.ceil(from / step); k * step <= to; k++) {
        ticks.add(k * step);
      }
      return ticks;
    }
  }
}
