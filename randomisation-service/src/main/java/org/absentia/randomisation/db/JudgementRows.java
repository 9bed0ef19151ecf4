package org.absentia.randomisation.db;

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
  private final Database database;

  JudgementRows(Database database) {
    this.database = database;
  }

  @Override
  public Map<UUID, Judgement> last(Collection<UUID> participantIds) {
    Map<UUID, Judgement> last = new HashMap<>();
    database
        .rows(
            JudgementRow.class,
            """
            select * from eligibility_judgement
            where participant_id = any(cast(:participants as uuid[])) order by recorded_at, id
            """,
            Map.of("participants", Database.array(participantIds)))
        .forEach(row -> last.put(row.participantId, row.toJudgement()));
    return last;
  }

  @Override
  public void add(Judgement judgement) {
    JudgementRow.of(judgement).persist();
  }
}
