package org.absentia.randomisation.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.absentia.randomisation.simulation.ComparedDesign;
import org.absentia.randomisation.simulation.Guessing;
import org.absentia.randomisation.simulation.Simulated;

/** Everything the page of designs shows, as texts. */
record DesignPage(
    String chance,
    List<Choice> choices,
    List<Line> rows,
    String plotWide,
    String plotNarrow,
    DesignQuestion question) {
  static final String PATH = "/design-simulations";

  /** A design that can be chosen. */
  record Choice(String key, String name, boolean chosen) {}

  /** A figure and what stands below it in small letters: a fraction or a Monte Carlo error. */
  record Figure(String label, String value, String small) {}

  /** A design with its figures. */
  record Line(int number, String name, List<Figure> figures) {}

  static DesignPage of(DesignQuestion question, List<Simulated> answers) {
    List<Line> rows = new ArrayList<>();
    List<DesignPlot.Point> points = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Simulated answer = answers.get(i);
      String name = question.designs().get(i).name();
      rows.add(new Line(i + 1, name, figures(answer)));
      points.add(
          new DesignPlot.Point(
              i + 1, name, answer.guessing().correct().value(), answer.largestImbalance().mean()));
    }
    double chance = 1.0 / question.arms();
    return new DesignPage(
        percent(chance),
        ComparedDesign.ofArms(question.arms()).stream()
            .map(
                design ->
                    new Choice(design.key(), design.name(), question.keys().contains(design.key())))
            .toList(),
        rows,
        DesignPlot.of(points, chance, 720, 400),
        DesignPlot.of(points, chance, 350, 320),
        question);
  }

  private static List<Figure> figures(Simulated answer) {
    return List.of(
        share("Correct guesses", answer.guessing().correct()),
        share("Certain", answer.guessing().certain()),
        new Figure(
            "Largest imbalance",
            decimal(answer.largestImbalance().mean()),
            "95th: " + decimal(answer.largestImbalance().percentile95())),
        rate("Error, no effect", answer.none()),
        rate("Error under trend", answer.timeTrend()),
        rate("Error under bias", answer.selectionBias()));
  }

  private static Figure share(String label, Guessing.Share share) {
    Optional<String> fraction = share.fraction();
    String small =
        share.standardError() > 0
            ? error(share.standardError())
            : fraction.filter(text -> text.contains("/")).orElse("exact");
    return new Figure(label, percent(share.value()), small);
  }

  private static Figure rate(String label, Simulated.Rate rate) {
    return new Figure(label, percent(rate.value()), error(rate.standardError()));
  }

  private static String error(double standardError) {
    return String.format(Locale.ROOT, "\u00b1\u2009%.2f", standardError * 100);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
