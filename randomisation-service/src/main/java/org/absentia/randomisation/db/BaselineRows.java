package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.absentia.randomisation.trial.Baseline;
import org.absentia.randomisation.trial.Baselines;

/** The locked baselines in PostgreSQL. */
@ApplicationScoped
class BaselineRows implements Baselines {
  private final Database database;

  BaselineRows(Database database) {
    this.database = database;
  }

  @Override
  public void add(Baseline baseline) {
    BaselineRow.of(baseline).persist();
  }

  @Override
  public List<Baseline> unpublished(int limit) {
    return database.unpublished(BaselineRow.class, "id", limit).stream()
        .map(BaselineRow::toBaseline)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(BaselineRow.class, "id", eventIds);
  }
}
