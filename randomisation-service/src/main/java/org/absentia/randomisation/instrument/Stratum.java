package org.absentia.randomisation.instrument;

import java.util.List;

/** The risk group of a participant, as far as the answers tell. */
public sealed interface Stratum {
  /** Every way in which the missing items could be answered leads to this stratum. */
  record Determined(String name) implements Stratum {}

  /**
   * The answers to these instruments could still change the stratum, so the participant is not
   * randomised.
   */
  record Undetermined(List<String> instruments) implements Stratum {
    public Undetermined {
      instruments = List.copyOf(instruments);
    }
  }
}
