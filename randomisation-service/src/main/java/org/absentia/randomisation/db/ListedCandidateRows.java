package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.trial.CandidateList;
import org.absentia.randomisation.trial.ListedCandidates;

/** The listed candidates in PostgreSQL. */
@ApplicationScoped
class ListedCandidateRows implements ListedCandidates {
  private final Database database;

  ListedCandidateRows(Database database) {
    this.database = database;
  }

  @Override
  public void add(CandidateList list) {
    database
        .entities()
        .createNativeQuery(
            """
            insert into listed_candidate (trial_id, candidate_id, list_id, office, list_date)
            select :trial, candidate_id, :list, :office, :listDate
            from unnest(cast(:candidates as text[])) as candidate_id
            on conflict do nothing
            """)
        .setParameter("trial", list.trialId())
        .setParameter("list", list.listId())
        .setParameter("office", list.office())
        .setParameter("listDate", list.listDate())
        .setParameter("candidates", list.candidateIds().toArray(String[]::new))
        .executeUpdate();
  }

  @Override
  public boolean erased(String trialId, String candidateId) {
    return !database
        .entities()
        .createNativeQuery(
            """
            select erased from listed_candidate
            where trial_id = :trial and candidate_id = :candidate and erased
            """,
            Boolean.class)
        .setParameter("trial", trialId)
        .setParameter("candidate", candidateId)
        .getResultList()
        .isEmpty();
  }

  @Override
  public Optional<LocalDate> listDate(String trialId, String candidateId) {
    return column("list_date", LocalDate.class, trialId, candidateId);
  }

  @Override
  public Optional<String> office(String trialId, String candidateId) {
    return column("office", String.class, trialId, candidateId);
  }

  private <T> Optional<T> column(String name, Class<T> type, String trialId, String candidateId) {
    List<T> values =
        database
            .entities()
            .createNativeQuery(
                """
                select %s from listed_candidate
                where trial_id = :trial and candidate_id = :candidate
                """
                    .formatted(name),
                type)
            .setParameter("trial", trialId)
            .setParameter("candidate", candidateId)
            .getResultList();
    return values.stream().findFirst();
  }
}
