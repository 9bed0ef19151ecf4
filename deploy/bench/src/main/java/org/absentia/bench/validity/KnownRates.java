package org.absentia.bench.validity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.absentia.bench.validity.Question.Kind;

/**
 * What R finds where a published method is off its nominal rate: {@code known.csv}, made by {@code
 * known.R} beside it. Rates that were not simulated but computed exactly count as 10^9 runs.
 */
record KnownRates(List<Line> lines) {
  KnownRates {
    lines = List.copyOf(lines);
  }

  /** One rate of R's, with the number of R's runs. */
  record Line(String scenario, String question, Kind kind, double rate, int runs, String reason) {
    static Line of(String text) {
      String[] cells = text.split(";", -1);
      return new Line(
          cells[0],
          cells[1],
          Kind.valueOf(cells[2]),
          Double.parseDouble(cells[3]),
          Integer.parseInt(cells[4]),
          cells[5]);
    }
  }

  /** Reads the file; the first line holds the headings. */
  static KnownRates read() {
    try (InputStream file =
        Objects.requireNonNull(KnownRates.class.getResourceAsStream("/validity/known.csv"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new KnownRates(text.lines().skip(1).map(Line::of).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Optional<Expectation> of(String scenario, Question<?> question) {
    return lines.stream()
        .filter(line -> line.scenario.equals(scenario) && line.question.equals(question.name()))
        .filter(line -> line.kind == question.kind())
        .map(line -> expectation(line, question.expectation().nominal()))
        .findFirst();
  }

  private static Expectation expectation(Line line, double nominal) {
    return new Expectation.Known(nominal, line.rate, line.runs, line.reason);
  }
}
