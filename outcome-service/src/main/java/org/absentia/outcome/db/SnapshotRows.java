package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Snapshots by their hash. */
@ApplicationScoped
class SnapshotRows implements PanacheRepositoryBase<SnapshotRow, String> {
  List<SnapshotRow> unpublished(int limit) {
    return find("publishedAt is null order by takenAt").page(0, limit).list();
  }

  List<SnapshotRow> of(String trialId) {
    return list("trialId = ?1 order by takenAt", trialId);
  }
}
