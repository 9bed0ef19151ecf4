package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.absentia.platform.event.Relay;

/**
 * Puts versions of participants' records on their way. A record is released when any of its
 * versions speaks of a day inside the history; then all its versions are, so that any past state
 * can be told.
 */
@ApplicationScoped
class Releases {
  private static final String INSERT =
      """
      insert into released_version (participant_id, record_version_id)
      select rel.participant_id, v.id
      from release rel
      join registry_record r on r.person_id = rel.person_id
      join record_version v on v.record_id = r.record_id
      where rel.ended_at is null and %s and exists (
        select 1 from record_version w
        where w.record_id = r.record_id and w.valid_from is not null
          and (w.valid_to is null or w.valid_to >= rel.history_from))
      order by rel.participant_id, v.issued_at, v.record_id, v.version
      on conflict do nothing
      """;

  private final Database database;
  private final Relay relay;

  Releases(Database database, Relay relay) {
    this.database = database;
    this.relay = relay;
  }

  /** Releases these records to every trial that their persons take part in. */
  void releaseRecords(Collection<String> recordIds) {
    wakeIf(database.update(INSERT.formatted("r.record_id = any(?)"), recordIds));
  }

  /** Releases everything of a person to every trial the person takes part in. */
  void releaseAll(UUID person) {
    wakeIf(database.update(INSERT.formatted("r.person_id = ?"), person));
  }

  private void wakeIf(int released) {
    if (released > 0) {
      relay.wake();
    }
  }
}
