package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.absentia.outcome.computation.ParticipantCase.Withdrawal;
import org.absentia.outcome.computation.WithdrawalLevel;

/** A withdrawal as it was reported. */
@Entity
@Table(name = "withdrawal")
@IdClass(WithdrawalRow.Key.class)
public class WithdrawalRow {
  /** What identifies a withdrawal. */
  public record Key(UUID participantId, WithdrawalLevel level, LocalDate withdrawnOn)
      implements Serializable {}

  @Id
  @Column(name = "participant_id")
  UUID participantId = new UUID(0, 0);

  @Id
  @Enumerated(EnumType.STRING)
  WithdrawalLevel level = WithdrawalLevel.STOP_INTERVENTION;

  @Id
  @Column(name = "withdrawn_on")
  LocalDate withdrawnOn = LocalDate.EPOCH;

  Withdrawal toWithdrawal() {
    return new Withdrawal(level, withdrawnOn);
  }
}
