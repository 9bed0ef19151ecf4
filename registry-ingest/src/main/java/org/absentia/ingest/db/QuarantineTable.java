package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.intake.Quarantine;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.TopicPlace;
import org.absentia.platform.Ids;

@ApplicationScoped
class QuarantineTable implements Quarantine {
  private final Database database;
  private final Secrecy secrecy;

  QuarantineTable(Database database, Secrecy secrecy) {
    this.database = database;
    this.secrecy = secrecy;
  }

  @Override
  public void keep(Input input, RejectReason reason) {
    UUID fresh = Ids.next();
    byte[] raw = input.raw().get();
    UUID id =
        database
            .query(
                """
                insert into rejected_input as kept
                  (id, source, reason, record_id, fingerprint, sealed_body)
                values (?, ?, ?, ?, ?, ?)
                on conflict (source, reason, fingerprint)
                  do update set record_id = coalesce(kept.record_id, excluded.record_id)
                returning id
                """,
                row -> row.getObject(1, UUID.class),
                fresh,
                input.source().name(),
                reason.name(),
                input.recordId().orElse(null),
                secrecy.fingerprint("rejected", raw),
                secrecy.seal(raw, fresh.toString()))
            .getFirst();
    input.places().forEach(place -> keep(id, place));
  }

  private void keep(UUID id, TopicPlace place) {
    database.update(
        """
        insert into rejected_place (rejected_input_id, written_at, topic_offset)
        values (?, ?::timestamptz, ?) on conflict do nothing
        """,
        id,
        place.writtenAt().toString(),
        place.offset());
  }

  @Override
  public List<UUID> misattributed(PersonIdentifier person) {
    return database.query(
        """
        select i.id from person_identifier p
        join registry_record r on r.person_id = p.person_id
        join rejected_input i on i.record_id = r.record_id and i.reason = 'OTHER_PERSON'
        where p.pseudonym = ?
        order by i.id
        """,
        row -> row.getObject(1, UUID.class),
        secrecy.pseudonym(person));
  }

  @Override
  public Input open(UUID id) {
    return database
        .query(
            "select source, record_id, sealed_body from rejected_input where id = ?",
            row -> {
              byte[] raw = secrecy.open(row.getBytes(3), id.toString());
              return new Input(
                  Source.valueOf(row.getString(1)),
                  Optional.ofNullable(row.getString(2)),
                  () -> raw,
                  places(id));
            },
            id)
        .getFirst();
  }

  private List<TopicPlace> places(UUID id) {
    return database.query(
        "select written_at, topic_offset from rejected_place where rejected_input_id = ?",
        row -> new TopicPlace(row.getTimestamp(1).toInstant(), row.getLong(2)),
        id);
  }

  @Override
  public void drop(UUID id) {
    database.update("delete from rejected_input where id = ?", id);
  }
}
