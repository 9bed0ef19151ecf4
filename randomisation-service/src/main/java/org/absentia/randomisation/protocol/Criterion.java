package org.absentia.randomisation.protocol;

import java.util.List;

/** An eligibility criterion: the code by which it is counted, and when it is judged. */
public record Criterion(String code, String label, Kind kind, List<Moment> at) {
  /** Whether the criterion must hold or must not. */
  public enum Kind {
    INCLUSION,
    EXCLUSION
  }

  /** When a criterion is judged. */
  public enum Moment {
    LIST,
    ASSESSMENT,
    LOCK
  }

  public Criterion {
    at = List.copyOf(at);
  }
}
