package org.absentia.analysis.run;

import java.util.List;
import org.absentia.analysis.dataset.Flow;

/** The flow of persons from the lists to the analysis. */
public record Figure1(Flow flow, List<Group> groups) {

  public Figure1 {
    groups = List.copyOf(groups);
  }

  /**
   * What became of those randomised to one label.
   *
   * @param withdrawn those who let no further register data be used
   * @param analysed those with a final outcome
   */
  public record Group(String label, int allocated, int withdrawn, int analysed) {}
}
