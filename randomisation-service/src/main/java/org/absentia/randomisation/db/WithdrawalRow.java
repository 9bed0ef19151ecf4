package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.randomisation.trial.Withdrawal;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "withdrawal")
class WithdrawalRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  String level = "";
  LocalDate withdrawnOn = LocalDate.EPOCH;
  Instant withdrawnAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static WithdrawalRow of(Withdrawal withdrawal, boolean told) {
    WithdrawalRow row = new WithdrawalRow();
    row.id = withdrawal.id();
    row.participantId = withdrawal.participantId();
    row.trialId = withdrawal.trialId();
    row.level = withdrawal.level().name();
    row.withdrawnOn = withdrawal.withdrawnOn();
    row.withdrawnAt = withdrawal.withdrawnAt();
    row.publishedAt = told ? null : withdrawal.withdrawnAt();
    return row;
  }

  Withdrawal toWithdrawal() {
    return new Withdrawal(
        id, participantId, trialId, Withdrawal.Level.valueOf(level), withdrawnOn, withdrawnAt);
  }
}
