package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.analysis.dataset.Withdrawal;

@Entity
@Table(name = "withdrawal")
@IdClass(WithdrawalRow.Key.class)
class WithdrawalRow extends PanacheEntityBase {
  @Id UUID participantId = new UUID(0, 0);

  @Id
  @Enumerated(EnumType.STRING)
  Withdrawal.Level level = Withdrawal.Level.STOP_INTERVENTION;

  String trialId = "";
  LocalDate withdrawnOn = LocalDate.EPOCH;

  record Key(UUID participantId, Withdrawal.Level level) {}

  static List<WithdrawalRow> of(String trialId) {
    return list("trialId", trialId);
  }

  Withdrawal toWithdrawal() {
    return new Withdrawal(level, withdrawnOn);
  }
}
