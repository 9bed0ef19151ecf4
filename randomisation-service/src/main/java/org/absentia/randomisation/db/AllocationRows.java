package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.absentia.platform.Ids;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Enrolled;
import org.absentia.randomisation.trial.Erasable;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;

/** The slots taken, in PostgreSQL. */
@ApplicationScoped
class AllocationRows implements Allocations, Erasable {
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
    return AllocationRow.<AllocationRow>find("participantId", participantId)
        .firstResultOptional()
        .map(row -> row.toAllocation(vault));
  }

  @Override
  public List<Allocation> of(
      String trialId, Collection<UUID> participantIds, Collection<String> idempotencyKeys) {
    // one query with "or" would read the whole table
    Set<AllocationRow> rows = new LinkedHashSet<>();
    if (!participantIds.isEmpty()) {
      rows.addAll(
          AllocationRow.list("trialId = ?1 and participantId in ?2", trialId, participantIds));
    }
    if (!idempotencyKeys.isEmpty()) {
      rows.addAll(
          AllocationRow.list("trialId = ?1 and idempotencyKey in ?2", trialId, idempotencyKeys));
    }
    return rows.stream().map(row -> row.toAllocation(vault)).toList();
  }

  @Override
  public Set<String> usedKeys(String trialId, Collection<String> idempotencyKeys) {
    return new HashSet<>(
        database
            .entities()
            .createQuery(
                "select idempotencyKey from AllocationRow where trialId = :trial and idempotencyKey in :keys",
                String.class)
            .setParameter("trial", trialId)
            .setParameter("keys", idempotencyKeys)
            .getResultList());
  }

  @Override
  public Map<UUID, Integer> positions(Collection<UUID> participantIds) {
    Map<UUID, Integer> positions = new HashMap<>();
    AllocationRow.<AllocationRow>list("participantId in ?1", participantIds)
        .forEach(row -> positions.put(row.participantId, row.position));
    return positions;
  }

  @Override
  public Map<String, Integer> lockNextSlots(String trialId, Collection<String> strata) {
    Map<String, Integer> nextSlots = new HashMap<>();
    database
        .rows(
            """
            select stratum, next_slot from stratum
            where trial_id = :trial and stratum in :strata order by stratum for update
            """,
            Map.of("trial", trialId, "strata", strata))
        .forEach(
            row ->
                nextSlots.put(
                    row.get("stratum", String.class), row.get("next_slot", Integer.class)));
    return nextSlots;
  }

  @Override
  public int nextSlot(String trialId, String stratum) {
    return database
        .entities()
        .createNativeQuery(
            "select next_slot from stratum where trial_id = :trial and stratum = :stratum",
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
  public void add(List<Allocation> allocations) {
    Allocation first = allocations.getFirst();
    Map<String, Integer> last = new TreeMap<>();
    allocations.forEach(one -> last.merge(one.stratum(), one.slot(), Math::max));
    database
        .entities()
        .createNativeQuery(
            """
            insert into allocation
              (id, participant_id, trial_id, position, stratum, slot, sealed_arm, idempotency_key,
               receipt, allocated_at)
            select a.id, a.participant, :trial, a.position, a.stratum, a.slot,
              decode(a.sealed_arm, 'hex'), a.key, a.receipt, :at
            from unnest(
              cast(:ids as uuid[]), cast(:participants as uuid[]), cast(:positions as integer[]),
              cast(:strata as text[]), cast(:slots as integer[]), cast(:arms as text[]),
              cast(:keys as text[]), cast(:receipts as text[]))
              as a (id, participant, position, stratum, slot, sealed_arm, key, receipt)
            """)
        .setParameter("trial", first.trialId())
        .setParameter("at", first.allocatedAt())
        .setParameter("ids", column(allocations, Allocation::eventId, UUID[]::new))
        .setParameter("participants", column(allocations, Allocation::participantId, UUID[]::new))
        .setParameter("positions", column(allocations, Allocation::position, Integer[]::new))
        .setParameter("strata", column(allocations, Allocation::stratum, String[]::new))
        .setParameter("slots", column(allocations, Allocation::slot, Integer[]::new))
        .setParameter(
            "arms", column(allocations, one -> AllocationRow.sealedArm(one, vault), String[]::new))
        .setParameter("keys", column(allocations, Allocation::idempotencyKey, String[]::new))
        .setParameter("receipts", column(allocations, Allocation::receipt, String[]::new))
        .executeUpdate();
    last.forEach((stratum, slot) -> useUp(first.trialId(), stratum, slot));
  }

  private static <T> T[] column(
      List<Allocation> allocations, Function<Allocation, T> member, IntFunction<T[]> array) {
    return allocations.stream().map(member).toArray(array);
  }

  @Override
  public void useUp(String trialId, String stratum, int slot) {
    database
        .entities()
        .createNativeQuery(
            "update stratum set next_slot = greatest(next_slot, :next) where trial_id = :trial and stratum = :stratum")
        .setParameter("next", slot + 1)
        .setParameter("trial", trialId)
        .setParameter("stratum", stratum)
        .executeUpdate();
  }

  @Override
  public List<Allocation> all(String trialId) {
    return AllocationRow.<AllocationRow>list("trialId", Sort.by("participantId"), trialId).stream()
        .map(row -> row.toAllocation(vault))
        .toList();
  }

  @Override
  public void erase(UUID participantId) {
    // participant-enrolled is sent again, without the candidate, so that compaction drops the link
    database
        .entities()
        .createNativeQuery(
            """
            update allocation
            set receipt = '', idempotency_key = :key, id = :event, published_at = null
            where participant_id = :participant and receipt <> ''
            """)
        .setParameter("key", UUID.randomUUID().toString())
        .setParameter("event", Ids.next())
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  @Override
  public String removes() {
    return "receipt and request key of the allocation; the slot stays used up, its arm sealed";
  }

  @Override
  public List<Enrolled> unpublished(int limit) {
    List<AllocationRow> rows = database.unpublished(AllocationRow.class, "id", limit);
    Map<UUID, ParticipantRow> participants = new HashMap<>();
    ParticipantRow.<ParticipantRow>list(
            "participantId in ?1", rows.stream().map(row -> row.participantId).toList())
        .forEach(row -> participants.put(row.participantId, row));
    return rows.stream()
        .map(row -> enrolled(row, Objects.requireNonNull(participants.get(row.participantId))))
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(AllocationRow.class, "id", eventIds);
  }

  private Enrolled enrolled(AllocationRow row, ParticipantRow participant) {
    Trial trial = trials.find(row.trialId).orElseThrow();
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
