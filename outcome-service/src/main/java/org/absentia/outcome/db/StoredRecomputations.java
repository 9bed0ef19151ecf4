package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.Recomputation;
import org.absentia.outcome.computation.Recomputation.Progress;
import org.absentia.outcome.computation.Recomputation.Slice;
import org.absentia.outcome.computation.Recomputations;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.computation.WaitingParticipant;
import org.jspecify.annotations.Nullable;

/**
 * Orders in PostgreSQL, cut into one slice for each bucket, also for those without anybody: who is
 * enrolled at this moment, unseen by the order, may be computed by what the order is to replace.
 */
@ApplicationScoped
class StoredRecomputations implements Recomputations {
  private static final String PROGRESS =
      """
      select r.id, r.trial_id, r.cause, r.reason, r.requested_by, r.requested_at, r.cancelled_at,
        coalesce(sum(s.participants), 0), coalesce(sum(s.recomputed), 0),
        coalesce(sum(s.changed), 0), coalesce(sum(s.failed), 0),
        case when count(*) filter (where s.bucket is not null and s.finished_at is null) = 0
          then coalesce(max(s.finished_at), r.requested_at) end
      from recomputation r left join recomputation_slice s on s.recomputation_id = r.id
      """;

  private final EntityManager database;
  private final ParticipantRows participants;
  private final CaseReading reading;
  private final Clock clock;

  StoredRecomputations(
      EntityManager database, ParticipantRows participants, CaseReading reading, Clock clock) {
    this.database = database;
    this.participants = participants;
    this.reading = reading;
    this.clock = clock;
  }

  @Override
  public void add(Recomputation order) {
    database
        .createNativeQuery(
            """
            insert into recomputation (id, trial_id, cause, reason, requested_by, requested_at)
            values (:id, cast(:trial as text), :cause, :reason, cast(:by as text), :at)
            """)
        .setParameter("id", order.id())
        .setParameter("trial", order.trialId().orElse(null))
        .setParameter("cause", order.cause().name())
        .setParameter("reason", order.reason())
        .setParameter("by", order.requestedBy().orElse(null))
        .setParameter("at", order.requestedAt())
        .executeUpdate();
    database
        .createNativeQuery(
            """
            insert into recomputation_slice (recomputation_id, bucket, participants)
            select :id, b.bucket, count(p.participant_id)
            from generate_series(0, :last) b(bucket) left join participant p
            on p.bucket = b.bucket and p.index_date is not null
            and (cast(:trial as text) is null or p.trial_id = :trial)
            group by b.bucket
            """)
        .setParameter("id", order.id())
        .setParameter("trial", order.trialId().orElse(null))
        .setParameter("last", Share.BUCKETS - 1)
        .executeUpdate();
  }

  @Override
  public Optional<Progress> find(UUID id) {
    List<?> rows =
        database
            .createNativeQuery(PROGRESS + " where r.id = :id group by r.id")
            .setParameter("id", id)
            .getResultList();
    return rows.stream().map(StoredRecomputations::progress).findFirst();
  }

  @Override
  public List<Progress> newest(int limit) {
    List<?> rows =
        database
            .createNativeQuery(
                PROGRESS + " group by r.id order by r.requested_at desc, r.id limit :limit")
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(StoredRecomputations::progress).toList();
  }

  private static Progress progress(Object found) {
    Object[] row = (Object[]) found;
    return new Progress(
        new Recomputation(
            (UUID) row[0],
            Optional.ofNullable((String) row[1]),
            Recomputation.Cause.valueOf((String) row[2]),
            (String) row[3],
            Optional.ofNullable((String) row[4]),
            instant(row[5]).orElseThrow()),
        number(row[7]),
        number(row[8]),
        number(row[9]),
        number(row[10]),
        instant(row[11]),
        instant(row[6]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static Optional<Instant> instant(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case Timestamp timestamp -> Optional.of(timestamp.toInstant());
      default -> Optional.of((Instant) value);
    };
  }

  @Override
  public void cancel(UUID id, Instant now) {
    database
        .createNativeQuery(
            """
            update recomputation_slice set finished_at = :now
            where recomputation_id = :id and finished_at is null
            """)
        .setParameter("id", id)
        .setParameter("now", now)
        .executeUpdate();
    database
        .createNativeQuery(
            "update recomputation set cancelled_at = coalesce(cancelled_at, :now) where id = :id")
        .setParameter("id", id)
        .setParameter("now", now)
        .executeUpdate();
  }

  @Override
  public Optional<Slice> take(Share share) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select s.recomputation_id, r.trial_id, s.bucket, s.last_participant
                from recomputation_slice s join recomputation r on r.id = s.recomputation_id
                where s.finished_at is null and s.bucket % :parts in (:mine)
                order by r.requested_at, s.bucket
                limit 1
                for update of s skip locked
                """)
            .setParameter("parts", share.parts())
            .setParameter("mine", share.mine())
            .getResultList();
    return rows.stream().map(StoredRecomputations::slice).findFirst();
  }

  private static Slice slice(Object found) {
    Object[] row = (Object[]) found;
    return new Slice(
        (UUID) row[0],
        Optional.ofNullable((String) row[1]),
        ((Number) row[2]).intValue(),
        Optional.ofNullable((UUID) row[3]));
  }

  @Override
  public List<WaitingParticipant> next(Slice slice, int limit) {
    reading.beginComputing();
    return reading.waiting(participants.lockNext(slice, limit));
  }

  @Override
  public void advance(Slice slice, Batch batch) {
    database
        .createNativeQuery(
            """
            update recomputation_slice set recomputed = recomputed + :recomputed,
              changed = changed + :changed, failed = failed + :failed,
              last_participant = coalesce(cast(:last as uuid), last_participant),
              finished_at = case when :recomputed = 0 then cast(:now as timestamptz) end
            where recomputation_id = :id and bucket = :bucket
            """)
        .setParameter("recomputed", batch.recomputed())
        .setParameter("changed", batch.changed())
        .setParameter("failed", batch.failed())
        .setParameter("last", batch.last().orElse(null))
        .setParameter("now", clock.instant())
        .setParameter("id", slice.recomputationId())
        .setParameter("bucket", slice.bucket())
        .executeUpdate();
  }
}
