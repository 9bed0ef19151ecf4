package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Released versions on their way to {@code registry.record-released.v1}. */
@ApplicationScoped
class ReleasedRecords implements Outbox {
  private static final String TOPIC = "registry.record-released.v1";
  private static final String UNPUBLISHED =
      """
      select v.id, v.participant_id, r.trial_id, w.record_id, w.version, w.body, v.erased,
        v.released_at
      from released_version v
      join release r on r.participant_id = v.participant_id
      join record_version w on w.id = v.record_version_id
      where v.published_at is null
      order by v.id
      limit ?
      """;

  private final Database database;

  ReleasedRecords(Database database) {
    this.database = database;
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return database.query(UNPUBLISHED, ReleasedRecords::event, limit);
  }

  private static OutgoingEvent event(ResultSet row) throws SQLException {
    String participantId = row.getString(2);
    String key = participantId + "/" + row.getString(4) + "/" + row.getLong(5);
    String payload =
        "{\"participantId\":\"%s\",\"trialId\":\"%s\",\"record\":%s}"
            .formatted(participantId, row.getString(3), row.getString(6));
    return new OutgoingEvent(
        row.getObject(1, UUID.class),
        TOPIC,
        key,
        participantId,
        row.getTimestamp(8).toInstant(),
        row.getBoolean(7) ? null : payload.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void markPublished(List<UUID> ids) {
    database.update(
        "update released_version set published_at = now() where id = any(?::text[]::uuid[])",
        Database.column(ids, id -> id));
  }
}
