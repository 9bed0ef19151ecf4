package org.absentia.ingest.db;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.platform.event.Outbox;
import org.absentia.platform.event.OutgoingEvent;

/**
 * Candidate lists on their way to {@code registry.candidates-listed.v1}: counts, and the opaque ids
 * by which randomisation-service knows who may be enrolled.
 */
@ApplicationScoped
class CandidatesListed implements Outbox {
  private static final String TOPIC = "registry.candidates-listed.v1";

  private record Listed(
      String trialId,
      UUID listId,
      String office,
      String listDate,
      int candidates,
      List<UUID> candidateIds,
      int screened,
      @JsonRawValue String notEligible) {}

  private record Named(UUID listId, UUID candidateId) {}

  private final Database database;
  private final ObjectMapper json;

  CandidatesListed(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public List<OutgoingEvent> unpublished(int limit) {
    List<CandidateListRow> lists =
        CandidateListRow.<CandidateListRow>find("publishedAt is null order by id")
            .page(0, limit)
            .list();
    Map<UUID, List<UUID>> candidates = candidates(lists);
    return lists.stream()
        .map(list -> event(list, candidates.getOrDefault(list.id, List.of()), json))
        .toList();
  }

  private Map<UUID, List<UUID>> candidates(List<CandidateListRow> lists) {
    return database
        .query(
            """
            select list_id, id from candidate where list_id = any(?::text[]::uuid[]) order by id
            """,
            row -> new Named(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
            Database.column(lists, list -> list.id))
        .stream()
        .collect(
            Collectors.groupingBy(
                Named::listId, Collectors.mapping(Named::candidateId, Collectors.toList())));
  }

  static OutgoingEvent event(CandidateListRow list, List<UUID> candidateIds, ObjectMapper json) {
    Listed listed =
        new Listed(
            list.trialId,
            list.id,
            list.office,
            list.listDate.toString(),
            list.candidates,
            candidateIds,
            list.screened,
            list.notEligible);
    return new OutgoingEvent(
        list.id,
        TOPIC,
        list.trialId + "/" + list.office + "/" + list.listDate,
        list.trialId,
        list.createdAt,
        bytes(listed, json));
  }

  private static byte[] bytes(Listed listed, ObjectMapper json) {
    try {
      return json.writeValueAsBytes(listed);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a list always has a JSON form", impossible);
    }
  }

  @Override
  public void markPublished(List<UUID> ids) {
    database.update(
        "update candidate_list set published_at = now() where id = any(?::text[]::uuid[])",
        Database.column(ids, id -> id));
  }
}
