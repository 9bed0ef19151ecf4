package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Takes slots for a group in one transaction, in the order in which the request locks their
 * eligibility. Whoever cannot be randomised is named and uses up no slot; the others get theirs.
 */
@ApplicationScoped
public class AllocateGroup {
  private static final String WITHDRAWN = "withdrawn";

  /** What came of the request. */
  public sealed interface Result {}

  /** Everybody has a receipt or a refusal. */
  public record Answered(List<Place> places, boolean before) implements Result {
    public Answered {
      places = List.copyOf(places);
    }
  }

  /** The idempotency key belongs to another group. */
  public record KeyOfAnother() implements Result {}

  /** What one participant got: a receipt, or the reason of a refusal as problems name it. */
  public record Place(UUID participantId, Optional<String> receipt, Optional<String> refusal) {}

  private final AllocateParticipant allocateParticipant;
  private final TakeSlot takeSlot;
  private final Allocations allocations;
  private final AllocationBatches batches;
  private final TrialLog log;
  private final Clock clock;
  private final Changes changes;

  AllocateGroup(
      AllocateParticipant allocateParticipant,
      TakeSlot takeSlot,
      Allocations allocations,
      AllocationBatches batches,
      TrialLog log,
      Clock clock,
      Changes changes) {
    this.allocateParticipant = allocateParticipant;
    this.takeSlot = takeSlot;
    this.allocations = allocations;
    this.batches = batches;
    this.log = log;
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * @param participantIds each once
   */
  @Transactional
  public Result allocate(Trial trial, List<UUID> participantIds, String idempotencyKey) {
    batches.reserve(trial.id(), idempotencyKey);
    Optional<AllocationBatch> known = batches.find(trial.id(), idempotencyKey);
    if (known.isPresent()) {
      return repeated(known.orElseThrow(), participantIds);
    }
    AllocationBatch asked = batch(trial, idempotencyKey, participantIds);
    Map<UUID, AllocateParticipant.Found> found = find(trial, asked);
    Map<String, Integer> nextSlots = lock(trial, found);
    List<Place> places = new ArrayList<>();
    for (UUID participantId : participantIds) {
      places.add(
          switch (Objects.requireNonNull(found.get(participantId))) {
            case AllocateParticipant.Settled settled -> settled(participantId, settled.result());
            case AllocateParticipant.MayBeTaken may -> take(trial, asked, may.ready(), nextSlots);
          });
    }
    batches.add(answered(asked, places));
    changes.announce();
    return new Answered(places, false);
  }

  private AllocationBatch batch(Trial trial, String idempotencyKey, List<UUID> participantIds) {
    return new AllocationBatch(
        trial.id(),
        idempotencyKey,
        participantIds.stream()
            .map(participantId -> new AllocationBatch.Member(participantId, Optional.empty()))
            .toList(),
        clock.instant());
  }

  // participants in the order of their ids, so that two groups never wait for each other
  private Map<UUID, AllocateParticipant.Found> find(Trial trial, AllocationBatch asked) {
    Map<UUID, AllocateParticipant.Found> found = new HashMap<>();
    for (UUID participantId : new TreeSet<>(asked.participantIds())) {
      found.put(
          participantId,
          allocateParticipant.find(trial, participantId, asked.keyOf(participantId)));
    }
    return found;
  }

  private Map<String, Integer> lock(Trial trial, Map<UUID, AllocateParticipant.Found> found) {
    Map<String, Integer> nextSlots = new TreeMap<>();
    found
        .values()
        .forEach(
            result -> {
              if (result instanceof AllocateParticipant.MayBeTaken may) {
                nextSlots.put(may.ready().stratum(trial.protocol().design()), 0);
              }
            });
    nextSlots.replaceAll((stratum, none) -> allocations.lockNextSlot(trial.id(), stratum));
    log.lock(trial.id());
    return nextSlots;
  }

  private Place take(
      Trial trial, AllocationBatch asked, TakeSlot.Ready ready, Map<String, Integer> nextSlots) {
    UUID participantId = ready.participant().id();
    String stratum = ready.stratum(trial.protocol().design());
    if (allocations.ofKey(trial.id(), asked.keyOf(participantId)).isPresent()) {
      return refused(participantId, "idempotency-key-used");
    }
    int slot = nextSlots.getOrDefault(stratum, 0);
    Optional<String> receipt = takeSlot.take(trial, ready, slot, asked.keyOf(participantId));
    if (receipt.isEmpty()) {
      return refused(participantId, "no-slot-left");
    }
    nextSlots.put(stratum, slot + 1);
    return new Place(participantId, receipt, Optional.empty());
  }

  private static Place settled(UUID participantId, AllocateParticipant.Result result) {
    return switch (result) {
      case AllocateParticipant.Allocated now -> given(participantId, now.receipt());
      case AllocateParticipant.AllocatedBefore before -> given(participantId, before.receipt());
      case AllocateParticipant.AlreadyAllocated already ->
          refused(participantId, "already-allocated");
      case AllocateParticipant.KeyOfAnother other -> refused(participantId, "idempotency-key-used");
      case AllocateParticipant.Undetermined open -> refused(participantId, "stratum-undetermined");
      case AllocateParticipant.HasWithdrawn gone -> refused(participantId, WITHDRAWN);
      case AllocateParticipant.NoSlotLeft full -> refused(participantId, "no-slot-left");
      case AllocateParticipant.NotEligible no -> refused(participantId, "not-eligible");
      case AllocateParticipant.Unknown unknown -> refused(participantId, "not-found");
    };
  }

  private static Place given(UUID participantId, String receipt) {
    return new Place(participantId, Optional.of(receipt), Optional.empty());
  }

  private static Place refused(UUID participantId, String reason) {
    return new Place(participantId, Optional.empty(), Optional.of(reason));
  }

  private static AllocationBatch answered(AllocationBatch asked, List<Place> places) {
    return new AllocationBatch(
        asked.trialId(),
        asked.idempotencyKey(),
        places.stream()
            .map(place -> new AllocationBatch.Member(place.participantId(), place.refusal()))
            .toList(),
        asked.allocatedAt());
  }

  private Result repeated(AllocationBatch known, List<UUID> participantIds) {
    if (!known.participantIds().equals(participantIds)) {
      return new KeyOfAnother();
    }
    return new Answered(
        known.members().stream().map(member -> repeated(known, member)).toList(), true);
  }

  private Place repeated(AllocationBatch known, AllocationBatch.Member member) {
    if (member.refusal().isPresent()) {
      return new Place(member.participantId(), Optional.empty(), member.refusal());
    }
    return allocations
        .ofKey(known.trialId(), known.keyOf(member.participantId()))
        .map(Allocation::receipt)
        .filter(receipt -> !receipt.isEmpty())
        .map(receipt -> given(member.participantId(), receipt))
        .orElseGet(() -> refused(member.participantId(), WITHDRAWN));
  }
}
