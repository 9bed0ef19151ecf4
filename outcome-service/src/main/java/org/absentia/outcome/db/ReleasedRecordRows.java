package org.absentia.outcome.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.json.RecordWriting;

/** Record versions. */
@ApplicationScoped
class ReleasedRecordRows
    implements PanacheRepositoryBase<ReleasedRecordRow, ReleasedRecordRow.Key> {
  private static final String INCOMING =
      """
      unnest(cast(:participants as uuid[]), cast(:records as text[]), cast(:versions as bigint[]),
        cast(:contents as text[]), cast(:types as text[]), cast(:issued as timestamptz[]))
      """;

  Map<UUID, List<ReleasedRecordRow>> of(Collection<UUID> participantIds) {
    return stream("participantId in ?1 and content is not null", participantIds)
        .collect(Collectors.groupingBy(row -> row.participantId));
  }

  /**
   * The contents of all versions of some participants. They are many and only read, so Hibernate is
   * not asked to watch over them.
   */
  Map<UUID, List<String>> contentsOf(Collection<UUID> participantIds) {
    return getEntityManager()
        .createQuery(
            """
            select r.participantId as participant, r.content as content from ReleasedRecordRow r
            where r.participantId in :participants and r.content is not null
            """,
            Tuple.class)
        .setParameter("participants", participantIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> row.get("participant", UUID.class),
                Collectors.mapping(row -> row.get("content", String.class), Collectors.toList())));
  }

  /** Inserts what is not known yet and tells, once for each new version, whose it is. */
  @SuppressWarnings("unchecked") // the native query selects one UUID
  List<UUID> insert(List<RecordReleased> released) {
    String statement =
        """
        insert into released_record (participant_id, record_id, version, content, type, issued_at)
        select participant, record, version, content, type, issued from %s
          with ordinality as n (participant, record, version, content, type, issued, place)
        order by participant, record, version, place
        on conflict do nothing returning participant_id
        """;
    return with(released, getEntityManager().createNativeQuery(inserted(statement), UUID.class))
        .getResultList();
  }

  /** Tells whether one of them is known with other content. */
  boolean contradict(List<RecordReleased> released) {
    String query =
        """
        select 1 from released_record r
        join %s as n (participant, record, version, content, type, issued)
          on r.participant_id = n.participant and r.record_id = n.record and r.version = n.version
        where r.content <> n.content limit 1
        """;
    return !with(released, getEntityManager().createNativeQuery(inserted(query)))
        .getResultList()
        .isEmpty();
  }

  private static String inserted(String statement) {
    return statement.replace("%s", INCOMING);
  }

  private static Query with(List<RecordReleased> released, Query query) {
    return query
        .setParameter("participants", column(released, RecordReleased::participantId, UUID[]::new))
        .setParameter("records", column(released, one -> one.record().recordId(), String[]::new))
        .setParameter(
            "versions", column(released, one -> one.record().version().number(), Long[]::new))
        .setParameter(
            "contents",
            column(released, one -> RecordWriting.write(one.record()).toString(), String[]::new))
        .setParameter(
            "types", column(released, one -> RecordWriting.type(one.record()), String[]::new))
        .setParameter(
            "issued", column(released, one -> one.record().version().issuedAt(), Instant[]::new));
  }

  private static <T> T[] column(
      List<RecordReleased> released, Function<RecordReleased, T> value, IntFunction<T[]> array) {
    return released.stream().map(value).toArray(array);
  }
}
