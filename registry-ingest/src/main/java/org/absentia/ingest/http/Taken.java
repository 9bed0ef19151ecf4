package org.absentia.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.absentia.ingest.intake.Outcome;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a body.
 *
 * @param stored new versions, those among them that are history included
 * @param superseded new versions that are history, since a higher one was known already
 */
record Taken(
    int received, int stored, int superseded, int unchanged, int rejected, List<Line> lines) {
  Taken {
    lines = List.copyOf(lines);
  }

  /** What became of one document. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(int line, @Nullable String recordId, Result result, @Nullable String reason) {}

  /** The four ends of a document. */
  enum Result {
    STORED,
    SUPERSEDED,
    UNCHANGED,
    REJECTED
  }

  static Taken of(List<Outcome> outcomes) {
    List<Line> lines = outcomes.stream().map(Taken::line).toList();
    int superseded = count(lines, Result.SUPERSEDED);
    return new Taken(
        lines.size(),
        count(lines, Result.STORED) + superseded,
        superseded,
        count(lines, Result.UNCHANGED),
        count(lines, Result.REJECTED),
        lines);
  }

  /** The answer when nothing was rejected; otherwise the problem that says what was. */
  static Taken answer(List<Outcome> outcomes) {
    Taken taken = of(outcomes);
    if (taken.rejected == 0) {
      return taken;
    }
    throw taken.counted(
        Problem.badRequest(
            "records-rejected",
            "%d of %d were rejected; the others are stored."
                .formatted(taken.rejected, taken.received),
            faults(outcomes)));
  }

  /** Adds the figures to a problem. */
  Problem counted(Problem problem) {
    return problem
        .with("received", received)
        .with("stored", stored)
        .with("superseded", superseded)
        .with("unchanged", unchanged)
        .with("rejected", rejected)
        .with("lines", lines);
  }

  private static int count(List<Line> lines, Result result) {
    return (int) lines.stream().filter(line -> line.result == result).count();
  }

  private static Line line(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Stored stored ->
          new Line(stored.line(), named(stored.recordId()), Result.STORED, null);
      case Outcome.Superseded history ->
          new Line(history.line(), named(history.recordId()), Result.SUPERSEDED, null);
      case Outcome.Unchanged known ->
          new Line(known.line(), named(known.recordId()), Result.UNCHANGED, null);
      case Outcome.Rejected rejected ->
          new Line(
              rejected.line(),
              rejected.recordId().orElse(null),
              Result.REJECTED,
              rejected.reason().name());
    };
  }

  private static @Nullable String named(String recordId) {
    return recordId.isEmpty() ? null : recordId;
  }

  private static List<Fault> faults(List<Outcome> outcomes) {
    List<Fault> faults = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Rejected rejected) {
        rejected.faults().stream()
            .map(f -> new Fault(rejected.line(), f.pointer(), f.detail()))
            .forEach(faults::add);
      }
    }
    return faults;
  }
}
