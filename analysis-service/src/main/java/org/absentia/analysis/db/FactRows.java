package org.absentia.analysis.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.analysis.dataset.CandidateList;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Contact;
import org.absentia.analysis.dataset.Facts;
import org.absentia.analysis.dataset.Outcome;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.dataset.Withdrawal;

/** Writes facts, each so that repetition and order leave no trace. */
@ApplicationScoped
class FactRows implements Facts {

  private final EntityManager database;
  private final Canonical canonical;

  FactRows(EntityManager database, Canonical canonical) {
    this.database = database;
    this.canonical = canonical;
  }

  @Override
  public void opened(Protocol protocol) {
    database
        .createNativeQuery(
            """
            insert into trial (trial_id, version, digest, protocol)
            values (:trial, :version, :digest, :protocol)
            on conflict (trial_id) do update
              set version = excluded.version, digest = excluded.digest, protocol = excluded.protocol
              where excluded.version > trial.version
            """)
        .setParameter("trial", protocol.trialId())
        .setParameter("version", protocol.version())
        .setParameter("digest", protocol.digest())
        .setParameter("protocol", protocol.text())
        .executeUpdate();
  }

  @Override
  public void enrolled(Enrolment enrolment) {
    database
        .createNativeQuery(
            """
            insert into participant (participant_id, trial_id, stratum, epoch, pilot)
            values (:participant, :trial, cast(:stratum as text), cast(:epoch as integer), :pilot)
            on conflict do nothing
            """)
        .setParameter("participant", enrolment.participantId())
        .setParameter("trial", enrolment.trialId())
        .setParameter("stratum", enrolment.stratum().orElse(null))
        .setParameter("epoch", enrolment.epoch().orElse(null))
        .setParameter("pilot", enrolment.pilot())
        .executeUpdate();
  }

  @Override
  public void withdrawn(String trialId, UUID participantId, Withdrawal withdrawal) {
    holdAgainstOthers(participantId);
    database
        .createNativeQuery(
            """
            insert into withdrawal (participant_id, level, trial_id, withdrawn_on)
            values (:participant, :level, :trial, :day)
            on conflict (participant_id, level) do update
              set withdrawn_on = least(withdrawal.withdrawn_on, excluded.withdrawn_on)
            """)
        .setParameter("participant", participantId)
        .setParameter("level", withdrawal.level().name())
        .setParameter("trial", trialId)
        .setParameter("day", withdrawal.withdrawnOn())
        .executeUpdate();
    if (withdrawal.level() == Withdrawal.Level.WITHDRAW_AND_ERASE) {
      holdDatasets(trialId, participantId);
      erase(participantId);
    }
  }

  /** An erasure waits for a lock, a label or a seal under way, and these wait for it. */
  private void holdDatasets(String trialId, UUID participantId) {
    database
        .createNativeQuery(
            "select trial_id from trial where trial_id = :trial for no key update", String.class)
        .setParameter("trial", trialId)
        .getResultList();
    database
        .createNativeQuery(
            """
            select dataset_id from dataset
            where dataset_id in (
              select dataset_id from dataset_row where participant_id = :participant)
            order by dataset_id for no key update
            """,
            UUID.class)
        .setParameter("participant", participantId)
        .getResultList();
  }

  private void erase(UUID participantId) {
    for (String statement :
        new String[] {
          "delete from baseline where participant_id = :participant",
          "delete from outcome where participant_id = :participant",
          """
          update dataset_row
          set frozen = null, content = null, label = null, row_id = null, withdrawal_level = null
          where participant_id = :participant and digest is not null
          """,
          """
          update dataset_row set frozen = null, withdrawal_level = null
          where participant_id = :participant and digest is null
          """,
          "delete from unmasked_participant where participant_id = :participant"
        }) {
      database
          .createNativeQuery(statement)
          .setParameter("participant", participantId)
          .executeUpdate();
    }
  }

  @Override
  public void answered(
      String trialId, UUID participantId, Instant recordedAt, Map<String, Value> answers) {
    holdAgainstOthers(participantId);
    database
        .createNativeQuery(
            """
            insert into baseline (participant_id, trial_id, recorded_at, variables)
            select :participant, :trial, :at, :variables
            where not exists (select from withdrawal
              where participant_id = :participant and level = 'WITHDRAW_AND_ERASE')
            on conflict (participant_id) do update
              set recorded_at = excluded.recorded_at, variables = excluded.variables
              where (excluded.recorded_at, excluded.variables collate "C")
                > (baseline.recorded_at, baseline.variables collate "C")
            """)
        .setParameter("participant", participantId)
        .setParameter("trial", trialId)
        .setParameter("at", recordedAt)
        .setParameter("variables", canonical.write(new TreeMap<>(answers)))
        .executeUpdate();
  }

  @Override
  public void unanswered(UUID participantId) {
    holdAgainstOthers(participantId);
    database
        .createNativeQuery("delete from baseline where participant_id = :participant")
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public void computed(String trialId, UUID participantId, Outcome outcome) {
    holdAgainstOthers(participantId);
    database
        .createNativeQuery(
            """
            insert into outcome (participant_id, trial_id, outcome_version, outcome)
            select :participant, :trial, :version, :outcome
            where not exists (select from withdrawal
              where participant_id = :participant and level = 'WITHDRAW_AND_ERASE')
            on conflict (participant_id) do update
              set outcome_version = excluded.outcome_version, outcome = excluded.outcome
              where excluded.outcome_version > outcome.outcome_version
            """)
        .setParameter("participant", participantId)
        .setParameter("trial", trialId)
        .setParameter("version", outcome.version())
        .setParameter("outcome", canonical.write(outcome))
        .executeUpdate();
  }

  /** An erasure and data of the same person that arrive at once must not pass each other by. */
  private void holdAgainstOthers(UUID participantId) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:participant, 0))")
        .setParameter("participant", participantId.toString())
        .getResultList();
  }

  @Override
  public void contacted(String trialId, Contact contact) {
    database
        .createNativeQuery(
            """
            insert into contact (trial_id, candidate_id, contacted_on, result, reasons)
            values (:trial, :candidate, :day, :result, :reasons)
            on conflict do nothing
            """)
        .setParameter("trial", trialId)
        .setParameter("candidate", contact.candidateId())
        .setParameter("day", contact.contactedOn())
        .setParameter("result", contact.result().name())
        .setParameter("reasons", canonical.write(contact.reasons()))
        .executeUpdate();
  }

  @Override
  public void listed(String trialId, String listId, CandidateList list) {
    database
        .createNativeQuery(
            """
            insert into candidate_list (list_id, trial_id, candidates, screened, not_eligible)
            values (:list, :trial, :candidates, :screened, :reasons)
            on conflict do nothing
            """)
        .setParameter("list", listId)
        .setParameter("trial", trialId)
        .setParameter("candidates", list.candidates())
        .setParameter("screened", list.screened())
        .setParameter("reasons", canonical.write(new TreeMap<>(list.notEligible())))
        .executeUpdate();
  }
}
