package org.absentia.outcome.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/**
 * What one register says of the days shown.
 *
 * @param asked whether the definition asks this register at all
 * @param statements the most believed record's first, of one record in order of time
 */
public record Lane(Register register, boolean asked, List<Statement> statements) {
  public Lane {
    statements = List.copyOf(statements);
  }

  /** One statement for each day: one that decides, among several the most believed. */
  public Timeline<Statement> foremost() {
    return Timeline.firstOf(decisiveFirst().stream().map(Lane::alone).toList());
  }

  /** Those that decide, each a timeline of its own. */
  List<Timeline<Statement>> decisive() {
    return statements.stream().filter(Statement::decisive).map(Lane::alone).toList();
  }

  private static Timeline<Statement> alone(Statement said) {
    return Timeline.of(List.of(new Segment<>(said.days(), said)));
  }

  /** Everything said, in rows on which nothing overlaps; what decides stands as high as it can. */
  public List<List<Statement>> rows() {
    List<List<Statement>> rows = new ArrayList<>();
    for (Statement said : decisiveFirst()) {
      rowFor(said, rows).add(said);
    }
    return rows;
  }

  private static List<Statement> rowFor(Statement said, List<List<Statement>> rows) {
    for (List<Statement> row : rows) {
      if (row.stream().noneMatch(other -> other.days().overlaps(said.days()))) {
        return row;
      }
    }
    List<Statement> fresh = new ArrayList<>();
    rows.add(fresh);
    return fresh;
  }

  private List<Statement> decisiveFirst() {
    return statements.stream()
        .sorted(Comparator.comparing(Statement::decisive).reversed())
        .toList();
  }
}
