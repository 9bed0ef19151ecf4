package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Enrolled;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;

/** The slots taken, in PostgreSQL. */
@ApplicationScoped
class AllocationRows implements Allocations {
  private final Database database;
  private final Vault vault;
  private final Trials trials;

  AllocationRows(Database database, Vault vault, Trials trials) {
    this.database = database;
    this.vault = vault;
    this.trials = trials;
  }

  @Override
  public Optional<Allocation> ofParticipant(UUID participantId) {
    return database
        .entities()
        .createQuery("from AllocationRow where participantId = :participant", AllocationRow.class)
        .setParameter("participant", participantId)
        .getResultStream()
        .findFirst()
        .map(row -> row.toAllocation(vault));
  }

  @Override
  public Optional<Allocation> ofKey(String trialId, String idempotencyKey) {
    return database
        .entities()
        .createQuery(
            "from AllocationRow where trialId = :trial and idempotencyKey = :key",
            AllocationRow.class)
        .setParameter("trial", trialId)
        .setParameter("key", idempotencyKey)
        .getResultStream()
        .findFirst()
        .map(row -> row.toAllocation(vault));
  }

  @Override
  public Map<UUID, Integer> positions(Collection<UUID> participantIds) {
    Map<UUID, Integer> positions = new HashMap<>();
    database
        .entities()
        .createQuery("from AllocationRow where participantId in :participants", AllocationRow.class)
        .setParameter("participants", participantIds)
        .getResultList()
        .forEach(row -> positions.put(row.participantId, row.position));
    return positions;
  }

  @Override
  public int lockNextSlot(String trialId, String stratum) {
    return database
        .entities()
        .createNativeQuery(
            "select next_slot from stratum where trial_id = :trial and stratum = :stratum for update",
            Integer.class)
        .setParameter("trial", trialId)
        .setParameter("stratum", stratum)
        .getResultStream()
        .mapToInt(slot -> ((Number) slot).intValue())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public int count(String trialId) {
    return database
        .entities()
        .createQuery(
            "select coalesce(max(position), 0) from AllocationRow where trialId = :trial",
            Integer.class)
        .setParameter("trial", trialId)
        .getSingleResult();
  }

  @Override
  public void add(Allocation allocation) {
    database.entities().persist(AllocationRow.of(allocation, vault));
    database
        .entities()
        .createNativeQuery(
            "update stratum set next_slot = :next where trial_id = :trial and stratum = :stratum")
        .setParameter("next", allocation.slot() + 1)
        .setParameter("trial", allocation.trialId())
        .setParameter("stratum", allocation.stratum())
        .executeUpdate();
  }

  @Override
  public List<Allocation> all(String trialId) {
    return database
        .entities()
        .createQuery(
            "from AllocationRow where trialId = :trial order by participantId",
            AllocationRow.class)
        .setParameter("trial", trialId)
        .getResultStream()
        .map(row -> row.toAllocation(vault))
        .toList();
  }

  @Override
  public List<Enrolled> unpublished(int limit) {
    return database.unpublished(AllocationRow.class, "id", limit).stream()
        .map(this::enrolled)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(AllocationRow.class, "id", eventIds);
  }

  private Enrolled enrolled(AllocationRow row) {
    Trial trial = trials.find(row.trialId).orElseThrow();
    ParticipantRow participant =
        database.entities().find(ParticipantRow.class, row.participantId);
    return new Enrolled(
        row.id,
        row.participantId,
        row.trialId,
        participant.candidateId,
        participant.inclusionDate,
        row.stratum,
        trial.isPilot(row.position),
        row.allocatedAt);
  }
}
