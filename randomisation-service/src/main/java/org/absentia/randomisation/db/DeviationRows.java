package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.absentia.randomisation.deviation.Deviation;
import org.absentia.randomisation.deviation.Deviations;

/** The drift logs in PostgreSQL. */
@ApplicationScoped
class DeviationRows implements Deviations {
  @Override
  public void add(Deviation deviation) {
    DeviationRow.of(deviation).persist();
  }

  @Override
  public List<Deviation> ofTrial(String trialId) {
    return DeviationRow.<DeviationRow>list("trialId", Sort.by("id"), trialId).stream()
        .map(DeviationRow::toDeviation)
        .toList();
  }

  @Override
  public void erase(UUID participantId) {
    DeviationRow.<DeviationRow>list("participantId", participantId)
        .forEach(
            row -> {
              row.participantId = null;
              row.stratum = null;
              row.slot = null;
              row.description = null;
              row.correctiveAction = null;
            });
  }

  @Override
  public String removes() {
    return "what deviations say about the participant";
  }
}
