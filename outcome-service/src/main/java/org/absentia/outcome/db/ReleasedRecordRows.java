package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Record versions. */
@ApplicationScoped
class ReleasedRecordRows
    implements PanacheRepositoryBase<ReleasedRecordRow, ReleasedRecordRow.Key> {
  Map<UUID, List<ReleasedRecordRow>> of(Collection<UUID> participantIds) {
    return stream("participantId in ?1 and content is not null", participantIds)
        .collect(Collectors.groupingBy(row -> row.participantId));
  }
}
