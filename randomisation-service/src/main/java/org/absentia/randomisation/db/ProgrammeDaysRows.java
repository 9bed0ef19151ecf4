package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.questionnaire.ProgrammeDays;
import org.absentia.randomisation.questionnaire.Programmes;
import org.absentia.randomisation.trial.Erasable;

/** The days of programmes in PostgreSQL. */
@ApplicationScoped
class ProgrammeDaysRows implements Programmes, Erasable {
  @Override
  public Optional<ProgrammeDays> of(UUID participantId) {
    return ProgrammeDaysRow.<ProgrammeDaysRow>findByIdOptional(participantId)
        .map(ProgrammeDaysRow::toProgrammeDays);
  }

  @Override
  public void set(String trialId, UUID participantId, ProgrammeDays days, Instant recordedAt) {
    Optional<ProgrammeDaysRow> known = ProgrammeDaysRow.findByIdOptional(participantId);
    ProgrammeDaysRow row = known.orElseGet(ProgrammeDaysRow::new);
    row.participantId = participantId;
    row.trialId = trialId;
    row.startedOn = days.startedOn();
    row.endedOn = days.endedOn().orElse(null);
    row.recordedAt = recordedAt;
    row.persist();
  }

  @Override
  public String removes() {
    return "first and last day of the programme";
  }

  @Override
  public void erase(UUID participantId) {
    ProgrammeDaysRow.deleteById(participantId);
  }
}
