package org.absentia.ingest.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/** Candidate lists on their way to {@code registry.candidates-listed.v1}, as counts only. */
@ApplicationScoped
class CandidatesListed implements Outbox {
  private static final String TOPIC = "registry.candidates-listed.v1";

  private final Database database;

  CandidatesListed(Database database) {
    this.database = database;
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    return CandidateListRow.<CandidateListRow>find("publishedAt is null order by id")
        .page(0, limit)
        .stream()
        .map(CandidatesListed::event)
        .toList();
  }

  private static OutgoingEvent event(CandidateListRow list) {
    String payload =
        """
        {"trialId":"%s","listId":"%s","office":"%s","listDate":"%s","candidates":%d,"screened":%d,\
        "notEligible":%s}\
        """
            .formatted(
                list.trialId,
                list.id,
                list.office,
                list.listDate,
                list.candidates,
                list.screened,
                list.notEligible);
    return new OutgoingEvent(
        list.id,
        TOPIC,
        list.trialId + "/" + list.office + "/" + list.listDate,
        list.trialId,
        list.createdAt,
        payload.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void markPublished(List<UUID> ids) {
    database.update(
        "update candidate_list set published_at = now() where id = any(?::text[]::uuid[])",
        Database.column(ids, id -> id));
  }
}
