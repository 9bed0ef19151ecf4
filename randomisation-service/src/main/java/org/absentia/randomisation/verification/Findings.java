package org.absentia.randomisation.verification;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find, in the order of their checking. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  void add(BundleFault fault, String place, String detail) {
    found.add(new Finding(fault, place, detail));
  }

  void addAtEntry(BundleFault fault, int entry, String detail) {
    add(fault, "/log/" + entry, detail);
  }

  List<Finding> list() {
    return List.copyOf(found);
  }
}
