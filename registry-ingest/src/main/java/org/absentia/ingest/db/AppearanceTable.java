package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.absentia.ingest.intake.Submission;
import org.absentia.ingest.nav.Reappearances;
import org.absentia.ingest.nav.Reappearances.Appearance;
import org.absentia.ingest.nav.Reappearances.Reappearance;
import org.absentia.ingest.record.TopicPlace;

/** Where stored messages stood on their topic, and the versions that follow from that order. */
@ApplicationScoped
class AppearanceTable {
  private final Database database;

  AppearanceTable(Database database) {
    this.database = database;
  }

  /**
   * Notes where stored submissions stand and stores what came back after its tombstone; returns the
   * records that thereby have a new version.
   */
  Set<String> keep(List<Submission> stored) {
    List<Submission> placed = stored.stream().filter(sent -> sent.place().isPresent()).toList();
    if (placed.isEmpty()) {
      return Set.of();
    }
    Set<String> records = new TreeSet<>();
    placed.forEach(sent -> records.add(sent.recordId()));
    lock(records);
    note(placed);
    return tellAgain(deletedOnce(records));
  }

  /** Holds a record's tombstones and reappearances apart, so that each sees the others. */
  private void lock(Set<String> records) {
    database.query(
        "select 1 from registry_record where record_id = any(?) order by record_id"
            + " for no key update",
        row -> 1,
        records);
  }

  private void note(List<Submission> placed) {
    database.update(
        """
        insert into topic_appearance (record_id, version, written_at, topic_offset, deletes)
        select r, v::bigint, w::timestamptz, o::bigint, d::boolean
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as rows (r, v, w, o, d)
        on conflict do nothing
        """,
        Database.column(placed, Submission::recordId),
        Database.column(placed, sent -> sent.record().version().version()),
        Database.column(placed, sent -> sent.place().orElseThrow().writtenAt()),
        Database.column(placed, sent -> sent.place().orElseThrow().offset()),
        Database.column(placed, Submission::deletes));
  }

  /** All appearances of those records that ever had a tombstone. */
  private Map<String, List<Appearance>> deletedOnce(Set<String> records) {
    Map<String, List<Appearance>> appearances = new HashMap<>();
    database.query(
        """
        select record_id, version, written_at, topic_offset, deletes from topic_appearance a
        where record_id = any(?) and exists (
          select 1 from topic_appearance t where t.record_id = a.record_id and t.deletes)
        """,
        row ->
            appearances
                .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(
                    new Appearance(
                        row.getLong(2),
                        new TopicPlace(row.getTimestamp(3).toInstant(), row.getLong(4)),
                        row.getBoolean(5))),
        records);
    return appearances;
  }

  private Set<String> tellAgain(Map<String, List<Appearance>> appearances) {
    List<String> records = new ArrayList<>();
    List<Reappearance> again = new ArrayList<>();
    appearances.forEach(
        (recordId, seen) -> {
          for (Reappearance reappearance : Reappearances.among(seen)) {
            records.add(recordId);
            again.add(reappearance);
          }
        });
    return again.isEmpty() ? Set.of() : insert(records, again);
  }

  private Set<String> insert(List<String> records, List<Reappearance> again) {
    return new TreeSet<>(
        database.query(
            """
            insert into record_version (id, record_id, version, status, issued_at, source, digest,
              content_digest, valid_from, valid_to, body)
            select uuidv7(), record_id, n::bigint, status, issued_at, source,
              encode(sha256(convert_to(told, 'UTF8')), 'hex'), content_digest, valid_from, valid_to,
              told
            from unnest(?::text[], ?::text[], ?::text[]) as rows (r, v, n)
            join record_version w on w.record_id = r and w.version = v::bigint
            cross join lateral regexp_replace(body, '"version":[0-9]+', '"version":' || n) as told
            on conflict do nothing
            returning record_id
            """,
            row -> row.getString(1),
            records,
            Database.column(again, Reappearance::version),
            Database.column(again, Reappearance::number)));
  }
}
