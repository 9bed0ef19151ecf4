package org.absentia.randomisation.instrument;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The questionnaires that this service can score, by name. */
public record Instruments(Map<String, Instrument> byName) {
  public Instruments {
    byName = Map.copyOf(byName);
  }

  public Optional<Instrument> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Set<String> names() {
    return byName.keySet();
  }
}
