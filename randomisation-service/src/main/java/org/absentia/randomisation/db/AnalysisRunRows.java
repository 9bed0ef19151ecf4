package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.randomisation.unmasking.AnalysisRun;
import org.absentia.randomisation.unmasking.AnalysisRuns;

/** The analyses that were heard of, in PostgreSQL. */
@ApplicationScoped
class AnalysisRunRows implements AnalysisRuns {
  private final Database database;

  AnalysisRunRows(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(AnalysisRun run) {
    return database
            .entities()
            .createNativeQuery(
                """
                insert into analysis_run (run_id, dataset_id, trial_id, result_hash, completed_at)
                values (:run, :dataset, :trial, :hash, :completed)
                on conflict do nothing
                """)
            .setParameter("run", run.runId())
            .setParameter("dataset", run.datasetId())
            .setParameter("trial", run.trialId())
            .setParameter("hash", run.resultHash())
            .setParameter("completed", run.completedAt())
            .executeUpdate()
        > 0;
  }

  @Override
  public boolean any(String trialId, String datasetId) {
    return !database
        .entities()
        .createNativeQuery(
            "select 1 from analysis_run where trial_id = :trial and dataset_id = :dataset limit 1",
            Integer.class)
        .setParameter("trial", trialId)
        .setParameter("dataset", datasetId)
        .getResultList()
        .isEmpty();
  }
}
