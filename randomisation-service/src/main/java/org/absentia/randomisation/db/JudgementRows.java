package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.conduct.Judgement;
import org.absentia.randomisation.conduct.Judgements;

/** The judgements at the lock in PostgreSQL. */
@ApplicationScoped
class JudgementRows implements Judgements {
  @Override
  public Optional<Judgement> last(UUID participantId) {
    return JudgementRow.<JudgementRow>find(
            "participantId", Sort.descending("recordedAt", "id"), participantId)
        .firstResultOptional()
        .map(JudgementRow::toJudgement);
  }

  @Override
  public void add(Judgement judgement) {
    JudgementRow.of(judgement).persist();
  }
}
