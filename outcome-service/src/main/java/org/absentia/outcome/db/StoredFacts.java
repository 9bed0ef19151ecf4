package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
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
import org.absentia.outcome.computation.WithdrawalLevel;
import org.absentia.platform.Ids;

/**
 * Keeps facts by statements that say themselves whether the fact was new. First the rows of all
 * participants concerned are locked, in order of id so that nobody waits in a circle: a
 * recomputation in progress either saw the facts or is followed by another.
 */
@ApplicationScoped
class StoredFacts implements FactStore {
  private final EntityManager database;
  private final StoredDefinitions definitions;
  private final ReleasedRecordRows records;
  private final Clock clock;

  StoredFacts(
      EntityManager database,
      StoredDefinitions definitions,
      ReleasedRecordRows records,
      Clock clock) {
    this.database = database;
    this.definitions = definitions;
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void keepAll(List<Fact> facts) {
    meet(facts.stream().map(StoredFacts::participant).flatMap(Optional::stream).toList());
    List<RecordReleased> released = new ArrayList<>();
    for (Fact fact : facts) {
      switch (fact) {
        case TrialOpened opened -> keep(opened);
        case ParticipantEnrolled enrolled -> keep(enrolled);
        case RecordReleased record -> released.add(record);
        case RecordErased erased -> keep(erased);
        case ReleaseEnded ended -> keep(ended);
        case ParticipantWithdrawn withdrawn -> keep(withdrawn);
      }
    }
    if (!released.isEmpty()) {
      keepReleased(released);
    }
  }

  private static Optional<UUID> participant(Fact fact) {
    return switch (fact) {
      case TrialOpened opened -> Optional.empty();
      case ParticipantEnrolled enrolled -> Optional.of(enrolled.participantId());
      case RecordReleased released -> Optional.of(released.participantId());
      case RecordErased erased -> Optional.of(erased.participantId());
      case ReleaseEnded ended -> Optional.of(ended.participantId());
      case ParticipantWithdrawn withdrawn -> Optional.of(withdrawn.participantId());
    };
  }

  /** Makes sure that there is a row for each participant, and locks it. */
  private void meet(List<UUID> participants) {
    if (participants.isEmpty()) {
      return;
    }
    UUID[] sorted = participants.stream().distinct().sorted().toArray(UUID[]::new);
    database
        .createNativeQuery(
            """
            insert into participant (participant_id)
            select id from unnest(cast(:participants as uuid[])) as id order by id
            on conflict do nothing
            """)
        .setParameter("participants", sorted)
        .executeUpdate();
    database
        .createNativeQuery(
            """
            select participant_id from participant
            where participant_id = any(cast(:participants as uuid[]))
            order by participant_id for no key update
            """,
            UUID.class)
        .setParameter("participants", sorted)
        .getResultList();
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

  private void keepReleased(List<RecordReleased> released) {
    Map<UUID, String> trialOf = new TreeMap<>();
    List<UUID> news = records.insert(released);
    if (news.size() < released.size()) {
      refuseContradiction(released);
    }
    Set<UUID> changed = Set.copyOf(news);
    for (RecordReleased one : released) {
      if (changed.contains(one.participantId())) {
        trialOf.putIfAbsent(one.participantId(), one.trialId());
      }
    }
    if (!trialOf.isEmpty()) {
      noteChange(trialOf);
    }
  }

  private void refuseContradiction(List<RecordReleased> released) {
    if (records.contradict(released)) {
      throw new ContradictoryFact("this version of the record is known with other content");
    }
  }

  /** The rows are locked, so whoever waits already goes on waiting until we commit. */
  private void noteChange(Map<UUID, String> trialOf) {
    database
        .createNativeQuery(
            """
            update participant p
            set trial_id = coalesce(p.trial_id, n.trial_id), changed_at = coalesce(p.changed_at, :now)
            from unnest(cast(:participants as uuid[]), cast(:trials as text[]))
              as n (participant_id, trial_id)
            where p.participant_id = n.participant_id
            and (p.trial_id is null or p.changed_at is null)
            """)
        .setParameter("participants", trialOf.keySet().toArray(UUID[]::new))
        .setParameter("trials", trialOf.values().toArray(String[]::new))
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private void keep(RecordErased erased) {
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
    if (inserted > 0 && withdrawn.level() == WithdrawalLevel.WITHDRAW_AND_ERASE) {
      eraseRecords(withdrawn.participantId());
    }
    if (inserted > 0) {
      noteChange(withdrawn.participantId(), withdrawn.trialId());
    }
  }

  /** The tombstones say so, too, but not to a database that was restored after reading them. */
  private void eraseRecords(UUID participantId) {
    database
        .createNativeQuery(
            """
            update released_record set content = null, erased_at = :now
            where participant_id = :participant and erased_at is null
            """)
        .setParameter("participant", participantId)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  private void noteChange(UUID participantId, String trialId) {
    noteChange(Map.of(participantId, trialId));
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
