package org.absentia.platform.event;

import java.util.List;
import org.absentia.platform.problem.Fault;

/**
 * A message that can never be understood; it goes to the dead-letter topic. Its text names places
 * and reasons, never values, since it is written into the dead letter's headers.
 */
public final class MalformedMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedMessage(String reason) {
    super(reason, null, false, false);
  }

  /** A message with these faults. */
  public MalformedMessage(List<Fault> faults) {
    this(
        String.join(
            "; ", faults.stream().limit(20).map(f -> f.pointer() + " " + f.detail()).toList()));
  }
}
