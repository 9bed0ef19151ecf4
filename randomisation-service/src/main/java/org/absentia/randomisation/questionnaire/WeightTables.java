package org.absentia.randomisation.questionnaire;

import java.time.Instant;
import java.util.Optional;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Weights;

/** The tables of weights that trials supplied for licensed instruments. */
public interface WeightTables {
  /** A table as it was supplied. */
  record Supplied(String source, Weights weights, Instant suppliedAt) {}

  Optional<Supplied> latest(String trialId, String instrument);

  void add(String trialId, String instrument, Supplied table);

  /** Returns the table that counts for an instrument; empty also where it needs none. */
  default Optional<Weights> inForce(String trialId, Instrument instrument) {
    return instrument.weighting().isEmpty()
        ? Optional.empty()
        : latest(trialId, instrument.name()).map(Supplied::weights);
  }
}
