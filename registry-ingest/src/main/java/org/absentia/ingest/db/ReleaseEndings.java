package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Ended releases on their way to {@code registry.release-ended.v1}. */
@ApplicationScoped
class ReleaseEndings implements Outbox {
  private static final String TOPIC = "registry.release-ended.v1";

  private final Database database;

  ReleaseEndings(Database database) {
    this.database = database;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return database.query(
        """
        select e.id, e.participant_id, r.trial_id, e.ended_at, e.reason
        from release_ending e join release r on r.participant_id = e.participant_id
        where e.published_at is null order by e.id limit ?
        """,
        row -> {
          String participantId = row.getString(2);
          String payload =
              """
              {"participantId":"%s","trialId":"%s","endedAt":"%s","reason":"%s"}\
              """
                  .formatted(
                      participantId,
                      row.getString(3),
                      row.getTimestamp(4).toInstant(),
                      row.getString(5));
          return new OutgoingEvent(
              row.getObject(1, UUID.class),
              TOPIC,
              participantId,
              participantId,
              row.getTimestamp(4).toInstant(),
              payload.getBytes(StandardCharsets.UTF_8));
        },
        limit);
  }

  @Override
  public void markPublished(List<UUID> ids) {
    database.update(
        "update release_ending set published_at = now() where id = any(?::text[]::uuid[])",
        Database.column(ids, id -> id));
  }
}
