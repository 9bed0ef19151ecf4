package org.absentia.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a message in the order found. Not safe for concurrent use. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** Notes a fault at a JSON pointer. */
  public void add(String pointer, String detail) {
    found.add(new Fault(pointer, detail));
  }

  /** Tells whether anything is wrong so far. */
  public boolean any() {
    return !found.isEmpty();
  }

  /** All faults so far. */
  public List<Fault> list() {
    return List.copyOf(found);
  }

  /** Throws 400 with all faults, if there is any. */
  public void throwIfAny(String reason, String detail) {
    if (any()) {
      throw Problem.badRequest(reason, detail, list());
    }
  }
}
