package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final AllocateParticipants allocateParticipants;
  private final Allocations allocations;
  private final AllocationBatches batches;
  private final Clock clock;

  AllocateGroup(
      AllocateParticipants allocateParticipants,
      Allocations allocations,
      AllocationBatches batches,
      Clock clock) {
    this.allocateParticipants = allocateParticipants;
    this.allocations = allocations;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * Takes the slots, in the order of the participants.
   *
   * @param participantIds each once
   * @param subject of the token of whoever asks
   */
  @Transactional
  public Result allocate(
      Trial trial, List<UUID> participantIds, String idempotencyKey, String subject) {
    batches.reserve(trial.id(), idempotencyKey);
    Optional<AllocationBatch> known = batches.find(trial.id(), idempotencyKey);
    if (known.isPresent()) {
      return repeated(known.orElseThrow(), participantIds);
    }
    AllocationBatch asked = batch(trial, idempotencyKey, participantIds);
    List<AllocateParticipants.Result> results =
        allocateParticipants.allocate(
            trial,
            participantIds.stream()
                .map(id -> new AllocateParticipants.Request(id, asked.keyOf(id), subject))
                .toList());
    List<Place> places = new ArrayList<>();
    for (int place = 0; place < results.size(); place++) {
      places.add(place(participantIds.get(place), results.get(place)));
    }
    batches.add(answered(asked, places));
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

  private static Place place(UUID participantId, AllocateParticipants.Result result) {
    return switch (result) {
      case AllocateParticipants.Allocated now -> given(participantId, now.receipt());
      case AllocateParticipants.AllocatedBefore before -> given(participantId, before.receipt());
      case AllocateParticipants.AlreadyAllocated already ->
          refused(participantId, "already-allocated");
      case AllocateParticipants.KeyOfAnother other ->
          refused(participantId, "idempotency-key-used");
      case AllocateParticipants.Undetermined open -> refused(participantId, "stratum-undetermined");
      case AllocateParticipants.HasWithdrawn gone -> refused(participantId, WITHDRAWN);
      case AllocateParticipants.NoSlotLeft full -> refused(participantId, "no-slot-left");
      case AllocateParticipants.NotEligible no -> refused(participantId, "not-eligible");
      case AllocateParticipants.Unknown unknown -> refused(participantId, "not-found");
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
        .of(known.trialId(), List.of(), List.of(known.keyOf(member.participantId())))
        .stream()
        .findFirst()
        .map(Allocation::receipt)
        .filter(receipt -> !receipt.isEmpty())
        .map(receipt -> given(member.participantId(), receipt))
        .orElseGet(() -> refused(member.participantId(), WITHDRAWN));
  }
}
