package org.absentia.statistics.imputation;

import java.util.List;
import org.absentia.statistics.data.Vector;

/**
 * One completed data set: for each incomplete variable what was filled into its gaps, in order of
 * rows, and its trace. Categories are places of levels.
 */
public record Imputation(List<Vector> filled, List<Trace> traces, List<String> notes) {
  public Imputation {
    filled = List.copyOf(filled);
    traces = List.copyOf(traces);
    notes = List.copyOf(notes);
  }
}
