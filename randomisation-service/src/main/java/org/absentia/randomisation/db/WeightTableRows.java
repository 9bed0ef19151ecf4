package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.absentia.randomisation.questionnaire.WeightTables;

/** The tables of weights in PostgreSQL. */
@ApplicationScoped
class WeightTableRows implements WeightTables {
  @Override
  public Optional<Supplied> latest(String trialId, String instrument) {
    return WeightTableRow.<WeightTableRow>find(
            "trialId = ?1 and instrument = ?2", Sort.descending("id"), trialId, instrument)
        .firstResultOptional()
        .map(WeightTableRow::toSupplied);
  }

  @Override
  public void add(String trialId, String instrument, Supplied table) {
    WeightTableRow.of(trialId, instrument, table).persist();
  }
}
