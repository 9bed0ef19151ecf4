package org.absentia.randomisation.scheme;

import java.util.function.Supplier;

/**
 * The sequence of one stratum, held at the slot that is taken next, so that a slot costs one draw.
 * It holds no arm of its own; asked for another slot than the next, it walks there.
 */
public final class SlotCursor {
  private final Supplier<ArmSequence> start;
  private ArmSequence rest;
  private int next;

  SlotCursor(Supplier<ArmSequence> start) {
    this.start = start;
    this.rest = start.get();
  }

  /** Returns the arm of the slot and stands behind it. */
  public synchronized int arm(int slot) {
    if (slot < next) {
      rest = start.get();
      next = 0;
    }
    int arm = rest.next();
    while (next++ < slot) {
      arm = rest.next();
    }
    return arm;
  }
}
