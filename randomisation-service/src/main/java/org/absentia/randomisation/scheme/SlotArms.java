package org.absentia.randomisation.scheme;

import java.util.OptionalInt;

/** Tells the arm of a slot, as its position in the design's list of arms. */
@FunctionalInterface
public interface SlotArms {
  /** Returns the arm; empty for a slot whose arm nothing derives. */
  OptionalInt arm(String stratum, int slot);
}
