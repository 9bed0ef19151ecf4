package org.absentia.outcome.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.EvaluationReading;
import org.absentia.outcome.timeline.Period;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** Charts of the persons in test resources, written as requests to evaluate them. */
public final class Charts {
  private Charts() {}

  /** The chart of a person over the days usually shown. */
  public static Chart of(String resource) {
    return ofRequest(text(resource));
  }

  public static Chart of(String resource, String from, String to) {
    return of(resource, Period.of(LocalDate.parse(from), LocalDate.parse(to)));
  }

  private static Chart of(String resource, Period shown) {
    EvaluationReading person = person(resource);
    OutcomeDefinition definition = person.definition();
    return Chart.of(definition, person.indexDate(), person.current(), shown);
  }

  /** The chart of a person who is given as a request to evaluate. */
  public static Chart ofRequest(String request) {
    EvaluationReading person = read(request);
    OutcomeDefinition definition = person.definition();
    return Chart.of(
        definition,
        person.indexDate(),
        person.current(),
        Chart.usual(definition, person.indexDate()));
  }

  private static EvaluationReading person(String resource) {
    return read(text(resource));
  }

  private static EvaluationReading read(String request) {
    Faults faults = new Faults();
    EvaluationReading person =
        EvaluationReading.read(
            JsonReader.of(JsonReader.parse(request.getBytes(StandardCharsets.UTF_8)), faults));
    faults.throwIfAny("invalid-evaluation", "The person has faults.");
    return person;
  }

  /** The text of a resource. */
  public static String text(String resource) {
    try (InputStream file =
        Objects.requireNonNull(Charts.class.getResourceAsStream(resource), resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
