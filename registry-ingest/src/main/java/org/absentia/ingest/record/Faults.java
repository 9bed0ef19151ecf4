package org.absentia.ingest.record;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of one message in the order found. Not safe for concurrent use. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  public void add(String pointer, String detail) {
    found.add(new Fault(pointer, detail));
  }

  public boolean any() {
    return !found.isEmpty();
  }

  public List<Fault> list() {
    return List.copyOf(found);
  }
}
