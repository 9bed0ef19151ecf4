package org.absentia.randomisation.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Weights;
import org.absentia.randomisation.trial.Trial;

/** Takes a trial's table of weights; the latest counts for all answers, earlier ones are kept. */
@ApplicationScoped
public class SupplyWeights {
  private final WeightTables tables;
  private final Clock clock;

  SupplyWeights(WeightTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  @Transactional
  public WeightTables.Supplied supply(
      Trial trial, Instrument instrument, String source, Weights weights) {
    return tables
        .latest(trial.id(), instrument.name())
        .filter(known -> known.source().equals(source) && known.weights().equals(weights))
        .orElseGet(() -> add(trial, instrument, source, weights));
  }

  private WeightTables.Supplied add(
      Trial trial, Instrument instrument, String source, Weights weights) {
    WeightTables.Supplied table = new WeightTables.Supplied(source, weights, clock.instant());
    tables.add(trial.id(), instrument.name(), table);
    return table;
  }
}
