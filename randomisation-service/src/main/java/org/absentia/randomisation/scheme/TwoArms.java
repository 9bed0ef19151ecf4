package org.absentia.randomisation.scheme;

import java.util.List;

/** What the methods for two arms share. */
final class TwoArms {
  static final List<Long> EVEN = List.of(1L, 1L);

  private TwoArms() {}

  static void check(int arms) {
    IllegalDesign.unless(arms == 2, "arms", "the method takes exactly two arms");
  }
}
