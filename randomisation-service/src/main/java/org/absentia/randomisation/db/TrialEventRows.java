package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.conduct.TrialEvent;
import org.absentia.randomisation.conduct.TrialEvents;
import org.absentia.randomisation.trial.Halts;

/** The events of trials in PostgreSQL, and with them the halts of recruitment. */
@ApplicationScoped
class TrialEventRows implements TrialEvents, Halts {
  @Override
  public List<TrialEvent> ofTrial(String trialId) {
    return TrialEventRow.<TrialEventRow>list("trialId", Sort.by("fromDay", "id"), trialId).stream()
        .map(TrialEventRow::toEvent)
        .toList();
  }

  @Override
  public Optional<TrialEvent> find(String trialId, UUID id) {
    return TrialEventRow.<TrialEventRow>findByIdOptional(id)
        .filter(row -> row.trialId.equals(trialId))
        .map(TrialEventRow::toEvent);
  }

  @Override
  public void add(TrialEvent event) {
    TrialEventRow.of(event).persist();
  }

  @Override
  public void end(UUID id, LocalDate to) {
    TrialEventRow.<TrialEventRow>findById(id).toDay = to;
  }

  @Override
  public boolean halted(String trialId, LocalDate day) {
    return TrialEventRow.count(
            "trialId = ?1 and kind = ?2 and fromDay <= ?3 and (toDay is null or toDay >= ?3)",
            trialId,
            TrialEvent.Kind.RECRUITMENT_HALT.name(),
            day)
        > 0;
  }
}
