package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawals;

/** The withdrawals in PostgreSQL. */
@ApplicationScoped
class WithdrawalRows implements Withdrawals {
  private final Database database;

  WithdrawalRows(Database database) {
    this.database = database;
  }

  @Override
  public List<Withdrawal> of(UUID participantId) {
    return ofAll(List.of(participantId));
  }

  @Override
  public Map<UUID, Withdrawal.Level> levels(Collection<UUID> participantIds) {
    BinaryOperator<Withdrawal.Level> furthest = (a, b) -> a.compareTo(b) > 0 ? a : b;
    Map<UUID, Withdrawal.Level> levels = new HashMap<>();
    ofAll(participantIds)
        .forEach(
            withdrawal -> levels.merge(withdrawal.participantId(), withdrawal.level(), furthest));
    return levels;
  }

  @Override
  public void add(Withdrawal withdrawal, boolean told) {
    WithdrawalRow.of(withdrawal, told).persist();
  }

  @Override
  public List<Withdrawal> unpublished(int limit) {
    return database.unpublished(WithdrawalRow.class, "id", limit).stream()
        .map(WithdrawalRow::toWithdrawal)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(WithdrawalRow.class, "id", eventIds);
  }

  private List<Withdrawal> ofAll(Collection<UUID> participantIds) {
    return database
        .rows(
            WithdrawalRow.class,
            "select * from withdrawal where participant_id = any(cast(:participants as uuid[])) order by id",
            Map.of("participants", Database.array(participantIds)))
        .stream()
        .map(WithdrawalRow::toWithdrawal)
        .toList();
  }
}
