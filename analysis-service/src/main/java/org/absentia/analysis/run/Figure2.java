package org.absentia.analysis.run;

import java.util.List;

/**
 * Distribution of lost workdays: median, quartiles (type 2) and range by label.
 *
 * @param workdays the most that can be lost by anyone in the window
 */
public record Figure2(double workdays, List<Box> boxes) {

  public Figure2 {
    boxes = List.copyOf(boxes);
  }

  public record Box(
      String label,
      int n,
      double minimum,
      double firstQuartile,
      double median,
      double thirdQuartile,
      double maximum) {}
}
