package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The definitions of trials, each trial's in the order in which they count. */
@ApplicationScoped
class TrialDefinitionRows implements PanacheRepositoryBase<TrialDefinitionRow, UUID> {
  List<TrialDefinitionRow> of(String trialId) {
    return list("trialId = ?1 order by setAt, coalesce(protocolVersion, 0)", trialId);
  }

  List<TrialDefinitionRow> unpublished(int limit) {
    return find("publishedAt is null and protocolVersion is null order by setAt")
        .page(0, limit)
        .list();
  }
}
