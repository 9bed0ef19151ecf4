package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.outcome.computation.ContradictoryFact;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.ReleaseEnded;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.FactStore;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.outcome.json.RecordWriting;
import org.absentia.platform.Ids;

/**
 * Keeps facts by statements that say themselves whether the fact was new. Whatever adds a fact then
 * locks the participant's row to set {@code changed_at}: a recomputation in progress either saw the
 * fact or is followed by another.
 */
@ApplicationScoped
class StoredFacts implements FactStore {
  private final EntityManager database;
  private final StoredDefinitions definitions;
  private final Clock clock;

  StoredFacts(EntityManager database, StoredDefinitions definitions, Clock clock) {
    this.database = database;
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public void keep(Fact fact) {
    switch (fact) {
      case TrialOpened opened -> keep(opened);
      case ParticipantEnrolled enrolled -> keep(enrolled);
      case RecordReleased released -> keep(released);
      case RecordErased erased -> keep(erased);
      case ReleaseEnded ended -> keep(ended);
      case ParticipantWithdrawn withdrawn -> keep(withdrawn);
    }
  }

  private void keep(TrialOpened opened) {
    definitions.keep(
        new TrialDefinition(
            Ids.next(),
            opened.trialId(),
            opened.openedAt(),
            opened.definition(),
            OptionalInt.of(opened.version()),
            Optional.empty(),
            Optional.empty()),
        null);
  }

  private void keep(ParticipantEnrolled enrolled) {
    database
        .createNativeQuery(
            """
            insert into participant (participant_id, trial_id, index_date, enrolled_at, changed_at)
            values (:participant, :trial, :indexDate, :enrolledAt, :now)
            on conflict (participant_id) do update
            set trial_id = :trial, index_date = :indexDate, enrolled_at = :enrolledAt,
                changed_at = coalesce(participant.changed_at, :now)
            where participant.enrolled_at is null or participant.enrolled_at < :enrolledAt
            """)
        .setParameter("participant", enrolled.participantId())
        .setParameter("trial", enrolled.trialId())
        .setParameter("indexDate", enrolled.indexDate())
        .setParameter("enrolledAt", enrolled.enrolledAt())
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private void keep(RecordReleased released) {
    meet(released.participantId());
    String content = RecordWriting.write(released.record()).toString();
    int inserted =
        database
            .createNativeQuery(
                """
                insert into released_record (participant_id, record_id, version, content, type, issued_at)
                values (:participant, :record, :version, :content, :type, :issuedAt)
                on conflict do nothing
                """)
            .setParameter("type", RecordWriting.type(released.record()))
            .setParameter("issuedAt", released.record().version().issuedAt())
            .setParameter("participant", released.participantId())
            .setParameter("record", released.record().recordId())
            .setParameter("version", released.record().version().number())
            .setParameter("content", content)
            .executeUpdate();
    if (inserted > 0) {
      noteChange(released.participantId(), released.trialId());
    } else {
      refuseContradiction(released, content);
    }
  }

  private void refuseContradiction(RecordReleased released, String content) {
    List<?> others =
        database
            .createNativeQuery(
                """
                select 1 from released_record
                where participant_id = :participant and record_id = :record and version = :version
                and content <> :content
                """)
            .setParameter("participant", released.participantId())
            .setParameter("record", released.record().recordId())
            .setParameter("version", released.record().version().number())
            .setParameter("content", content)
            .getResultList();
    if (!others.isEmpty()) {
      throw new ContradictoryFact("this version of the record is known with other content");
    }
  }

  private void keep(RecordErased erased) {
    meet(erased.participantId());
    int changed =
        database
            .createNativeQuery(
                """
                insert into released_record (participant_id, record_id, version, erased_at)
                values (:participant, :record, :version, :now)
                on conflict (participant_id, record_id, version) do update
                set content = null, erased_at = :now where released_record.erased_at is null
                """)
            .setParameter("participant", erased.participantId())
            .setParameter("record", erased.recordId())
            .setParameter("version", erased.version())
            .setParameter("now", clock.instant())
            .executeUpdate();
    if (changed > 0) {
      noteChange(erased.participantId());
    }
  }

  private void keep(ReleaseEnded ended) {
    meet(ended.participantId());
    database
        .createNativeQuery(
            """
            update participant
            set trial_id = coalesce(trial_id, :trial), release_ended_at = :endedAt,
                changed_at = coalesce(changed_at, :now)
            where participant_id = :participant
            and (release_ended_at is null or release_ended_at > :endedAt)
            """)
        .setParameter("participant", ended.participantId())
        .setParameter("trial", ended.trialId())
        .setParameter("endedAt", ended.endedAt())
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private void keep(ParticipantWithdrawn withdrawn) {
    meet(withdrawn.participantId());
    int inserted =
        database
            .createNativeQuery(
                """
                insert into withdrawal (participant_id, level, withdrawn_on)
                values (:participant, :level, :withdrawnOn)
                on conflict do nothing
                """)
            .setParameter("participant", withdrawn.participantId())
            .setParameter("level", withdrawn.level().name())
            .setParameter("withdrawnOn", withdrawn.withdrawnOn())
            .executeUpdate();
    if (inserted > 0) {
      noteChange(withdrawn.participantId(), withdrawn.trialId());
    }
  }

  /** Makes sure that there is a row for a participant of whom perhaps nothing is known yet. */
  private void meet(UUID participantId) {
    database
        .createNativeQuery(
            "insert into participant (participant_id) values (:participant) on conflict do nothing")
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  private void noteChange(UUID participantId, String trialId) {
    database
        .createNativeQuery(
            """
            update participant
            set trial_id = coalesce(trial_id, :trial), changed_at = coalesce(changed_at, :now)
            where participant_id = :participant
            """)
        .setParameter("participant", participantId)
        .setParameter("trial", trialId)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private void noteChange(UUID participantId) {
    database
        .createNativeQuery(
            """
            update participant set changed_at = coalesce(changed_at, :now)
            where participant_id = :participant
            """)
        .setParameter("participant", participantId)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
