package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.randomisation.conduct.Judgement;

@Entity
@Table(name = "eligibility_judgement")
class JudgementRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  boolean eligible;
  String reasonCodes = "";
  LocalDate judgedOn = LocalDate.EPOCH;
  Instant recordedAt = Instant.EPOCH;

  static JudgementRow of(Judgement judgement) {
    JudgementRow row = new JudgementRow();
    row.id = judgement.id();
    row.participantId = judgement.participantId();
    row.trialId = judgement.trialId();
    row.eligible = judgement.eligible();
    row.reasonCodes = TextList.write(judgement.reasonCodes());
    row.judgedOn = judgement.judgedOn();
    row.recordedAt = judgement.recordedAt();
    return row;
  }

  Judgement toJudgement() {
    return new Judgement(
        id, participantId, trialId, eligible, TextList.read(reasonCodes), judgedOn, recordedAt);
  }
}
