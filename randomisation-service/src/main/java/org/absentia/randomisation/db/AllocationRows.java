package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.absentia.platform.Ids;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Enrolled;
import org.absentia.randomisation.trial.Epochs;
import org.absentia.randomisation.trial.Erasable;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;

/** The slots taken, in PostgreSQL. */
@ApplicationScoped
class AllocationRows implements Allocations, Erasable {
  private final Database database;
  private final Vault vault;
  private final Trials trials;
  private final Epochs epochs;

  AllocationRows(Database database, Vault vault, Trials trials, Epochs epochs) {
    this.database = database;
    this.vault = vault;
    this.trials = trials;
    this.epochs = epochs;
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
    // each id and key by its index, whatever PostgreSQL believes of a table that grows fast: it
    // would read the whole table for long by a plan made when it was empty
    return database
        .rows(
            AllocationRow.class,
            """
            select a.* from unnest(cast(:participants as uuid[])) as asked (id), lateral (
              select * from allocation
              where participant_id = asked.id and trial_id = :trial offset 0) a
            union
            select a.* from unnest(cast(:keys as text[])) as asked (key), lateral (
              select * from allocation
              where trial_id = :trial and idempotency_key = asked.key offset 0) a
            """,
            Map.of(
                "trial",
                trialId,
                "participants",
                Database.array(participantIds),
                "keys",
                idempotencyKeys.toArray(String[]::new)))
        .stream()
        .map(row -> row.toAllocation(vault))
        .toList();
  }

  @Override
  public Map<UUID, Integer> positions(Collection<UUID> participantIds) {
    Map<UUID, Integer> positions = new HashMap<>();
    database
        .rows(
            AllocationRow.class,
            "select * from allocation where participant_id = any(cast(:participants as uuid[]))",
            Map.of("participants", Database.array(participantIds)))
        .forEach(row -> positions.put(row.participantId, row.position));
    return positions;
  }

  @Override
  public Map<String, Integer> lockNextSlots(String trialId, Collection<String> strata) {
    Map<String, Integer> nextSlots = new HashMap<>();
    if (strata.isEmpty()) {
      return nextSlots;
    }
    database
        .rows(
            """
            select stratum, next_slot from stratum
            where trial_id = :trial and stratum = any(cast(:strata as text[])) order by stratum for update
            """,
            Map.of("trial", trialId, "strata", strata.toArray(String[]::new)))
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
        .rows(
            Integer.class,
            "select coalesce(max(position), 0) from allocation where trial_id = :trial",
            Map.of("trial", trialId))
        .getFirst();
  }

  @Override
  public void add(List<Allocation> allocations) {
    Allocation first = allocations.getFirst();
    database
        .entities()
        .createNativeQuery(
            """
            with asked as (
              select * from unnest(
                cast(:ids as uuid[]), cast(:participants as uuid[]), cast(:positions as integer[]),
                cast(:strata as text[]), cast(:slots as integer[]), cast(:arms as text[]),
                cast(:keys as text[]), cast(:receipts as text[]))
                as a (id, participant, position, stratum, slot, sealed_arm, key, receipt)
            ), used as (
              update stratum set next_slot = greatest(next_slot, last.slot + 1)
              from (select stratum, max(slot) as slot from asked group by stratum) last
              where trial_id = :trial and stratum.stratum = last.stratum
            )
            insert into allocation
              (id, participant_id, trial_id, position, stratum, slot, sealed_arm, idempotency_key,
               receipt, allocated_at)
            select id, participant, :trial, position, stratum, slot, decode(sealed_arm, 'hex'), key,
              receipt, :at
            from asked
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
    database
        .rows(
            ParticipantRow.class,
            "select * from participant where participant_id = any(cast(:participants as uuid[]))",
            Map.of(
                "participants", rows.stream().map(row -> row.participantId).toArray(UUID[]::new)))
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
        epochs.number(trial, row.stratum, row.slot),
        trial.isPilot(row.position),
        row.allocatedAt);
  }
}
