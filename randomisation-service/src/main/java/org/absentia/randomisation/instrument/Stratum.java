package org.absentia.randomisation.instrument;

import java.util.List;
import java.util.Map;

/** The group of a participant, as far as the answers tell. */
public sealed interface Stratum {
  /**
   * Every way in which the missing answers could be given leads to this stratum.
   *
   * @param factors the level of each factor that the stratum is a cross of
   */
  record Determined(String name, Map<String, String> factors) implements Stratum {
    public Determined {
      factors = Map.copyOf(factors);
    }

    public Determined(String name) {
      this(name, Map.of());
    }
  }

  /**
   * Answers to these instruments, or these single values, could still change the stratum, so the
   * participant is not randomised.
   */
  record Undetermined(List<String> instruments, List<String> values) implements Stratum {
    public Undetermined {
      instruments = List.copyOf(instruments);
      values = List.copyOf(values);
    }

    public Undetermined(List<String> instruments) {
      this(instruments, List.of());
    }
  }
}
