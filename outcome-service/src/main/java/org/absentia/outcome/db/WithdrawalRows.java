package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Withdrawals. */
@ApplicationScoped
class WithdrawalRows implements PanacheRepositoryBase<WithdrawalRow, WithdrawalRow.Key> {
  Map<UUID, List<WithdrawalRow>> of(Collection<UUID> participantIds) {
    return stream("participantId in ?1", participantIds)
        .collect(Collectors.groupingBy(row -> row.participantId));
  }
}
