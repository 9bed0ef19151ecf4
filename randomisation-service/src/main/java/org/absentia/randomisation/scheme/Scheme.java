package org.absentia.randomisation.scheme;

import java.util.Map;

/**
 * A method of allocation with its settings; what it needs to know beforehand tells the kinds apart.
 */
public sealed interface Scheme permits SequenceScheme, WeightedEpochs, Minimisation, ImportedList {
  /** Returns the method's name in a design, for example PERMUTED_BLOCK. */
  String method();

  /** Returns the members that the method adds to the canonical design. */
  Map<String, Object> settings();

  /**
   * Tells whether the arms of all slots stand before anyone arrives, so that a root commits to
   * them.
   */
  default boolean fixedInAdvance() {
    return switch (this) {
      case SequenceScheme fixed -> true;
      case ImportedList fixed -> true;
      case WeightedEpochs open -> false;
      case Minimisation open -> false;
    };
  }

  /** Refuses settings that do not fit the number of arms. */
  void checkArms(int arms);
}
