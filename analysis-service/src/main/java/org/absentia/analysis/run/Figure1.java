package org.absentia.analysis.run;

import java.util.List;
import java.util.function.UnaryOperator;
import org.absentia.analysis.dataset.Flow;

/** The flow of persons from the lists to the analysis. */
public record Figure1(Flow flow, List<Group> groups) {

  public Figure1 {
    groups = List.copyOf(groups);
  }

  Figure1 named(UnaryOperator<String> names) {
    return new Figure1(
        flow,
        groups.stream()
            .map(g -> new Group(names.apply(g.label()), g.allocated(), g.withdrawn(), g.analysed()))
            .toList());
  }

  /**
   * What became of those randomised to one label.
   *
   * @param withdrawn those who let no further register data be used
   * @param analysed those with a final outcome
   */
  public record Group(String label, int allocated, int withdrawn, int analysed) {}
}
