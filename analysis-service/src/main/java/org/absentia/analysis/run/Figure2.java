package org.absentia.analysis.run;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Distribution of lost workdays: median, quartiles (type 2) and range by label.
 *
 * @param workdays the most that can be lost by anyone in the window
 */
public record Figure2(double workdays, List<Box> boxes) {

  public Figure2 {
    boxes = List.copyOf(boxes);
  }

  Figure2 named(UnaryOperator<String> names) {
    return new Figure2(workdays, boxes.stream().map(box -> box.named(names)).toList());
  }

  public record Box(
      String label,
      int n,
      double minimum,
      double firstQuartile,
      double median,
      double thirdQuartile,
      double maximum) {
    private Box named(UnaryOperator<String> names) {
      return new Box(names.apply(label), n, minimum, firstQuartile, median, thirdQuartile, maximum);
    }
  }
}
