package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.absentia.randomisation.conduct.Judgement;
import org.absentia.randomisation.conduct.Judgements;

/** The judgements at the lock in PostgreSQL. */
@ApplicationScoped
class JudgementRows implements Judgements {
  @Override
  public Map<UUID, Judgement> last(Collection<UUID> participantIds) {
    Map<UUID, Judgement> last = new HashMap<>();
    JudgementRow.<JudgementRow>list(
            "participantId in ?1", Sort.ascending("recordedAt", "id"), participantIds)
        .forEach(row -> last.put(row.participantId, row.toJudgement()));
    return last;
  }

  @Override
  public void add(Judgement judgement) {
    JudgementRow.of(judgement).persist();
  }
}
