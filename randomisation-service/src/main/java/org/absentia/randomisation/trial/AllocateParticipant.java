package org.absentia.randomisation.trial;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;

/** Takes the next slot of one participant's stratum, once, whatever is asked at the same time. */
@ApplicationScoped
public class AllocateParticipant {
  /** What came of the request. */
  public sealed interface Result {}

  /** The slot was taken now. */
  public record Allocated(String receipt) implements Result {}

  /** The slot was taken before by the same request. */
  public record AllocatedBefore(String receipt) implements Result {}

  /** The participant got a slot by another request. */
  public record AlreadyAllocated() implements Result {}

  /** The idempotency key belongs to another participant's request. */
  public record KeyOfAnother() implements Result {}

  /** Answers are missing that can change the stratum. */
  public record Undetermined(List<String> open, List<Fault> missing) implements Result {}

  /** The participant withdrew before being randomised. */
  public record HasWithdrawn() implements Result {}

  /** Something that must hold before a slot is taken does not. */
  public record NotEligible(SlotCondition.Unmet unmet) implements Result {}

  /** The trial's design has no slot left in the stratum. */
  public record NoSlotLeft() implements Result {}

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  /** What a request amounts to before its slot is taken. */
  sealed interface Found {}

  /** There is nothing to take. */
  record Settled(Result result) implements Found {}

  /** A slot may be taken. */
  record MayBeTaken(TakeSlot.Ready ready) implements Found {}

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final List<SlotCondition> conditions;
  private final TrialLog log;
  private final TakeSlot takeSlot;
  private final Changes changes;

  AllocateParticipant(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      @All List<SlotCondition> conditions,
      TrialLog log,
      TakeSlot takeSlot,
      Changes changes) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.conditions = List.copyOf(conditions);
    this.log = log;
    this.takeSlot = takeSlot;
    this.changes = changes;
  }

  @Transactional
  public Result allocate(Trial trial, UUID participantId, String idempotencyKey) {
    Found found = find(trial, participantId, idempotencyKey);
    return switch (found) {
      case Settled settled -> settled.result();
      case MayBeTaken may -> takeSlot(trial, may.ready(), idempotencyKey);
    };
  }

  /** Locks the participant and finds out what a request under this key amounts to so far. */
  Found find(Trial trial, UUID participantId, String idempotencyKey) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Settled(new Unknown());
    }
    if (found.orElseThrow().personal().isEmpty()) {
      // the receipt was erased, too
      return new Settled(new HasWithdrawn());
    }
    Optional<Result> before = before(trial, participantId, idempotencyKey);
    if (before.isPresent()) {
      return new Settled(before.orElseThrow());
    }
    if (!withdrawals.of(participantId).isEmpty()) {
      return new Settled(new HasWithdrawn());
    }
    for (SlotCondition condition : conditions) {
      Optional<SlotCondition.Unmet> unmet = condition.unmet(trial, found.orElseThrow());
      if (unmet.isPresent()) {
        return new Settled(new NotEligible(unmet.orElseThrow()));
      }
    }
    return assessed(trial, found.orElseThrow());
  }

  private static Found assessed(Trial trial, Participant participant) {
    Assessment assessment = participant.personal().orElseThrow().assessed(trial.protocol());
    return switch (assessment.stratum()) {
      case Stratum.Undetermined open ->
          new Settled(new Undetermined(named(open), assessment.missing(open)));
      case Stratum.Determined stratum ->
          new MayBeTaken(new TakeSlot.Ready(participant, assessment, stratum));
    };
  }

  private static List<String> named(Stratum.Undetermined open) {
    return Stream.concat(open.instruments().stream(), open.values().stream()).toList();
  }

  private Optional<Result> before(Trial trial, UUID participantId, String idempotencyKey) {
    Optional<Allocation> sameKey = allocations.ofKey(trial.id(), idempotencyKey);
    if (sameKey.isPresent()) {
      Allocation allocation = sameKey.orElseThrow();
      return Optional.of(
          allocation.participantId().equals(participantId)
              ? new AllocatedBefore(allocation.receipt())
              : new KeyOfAnother());
    }
    return allocations.ofParticipant(participantId).map(allocation -> new AlreadyAllocated());
  }

  private Result takeSlot(Trial trial, TakeSlot.Ready ready, String idempotencyKey) {
    int slot = allocations.lockNextSlot(trial.id(), ready.stratum(trial.protocol().design()));
    log.lock(trial.id());
    // another participant's request may have used the key while this one waited
    if (allocations.ofKey(trial.id(), idempotencyKey).isPresent()) {
      return new KeyOfAnother();
    }
    Optional<String> receipt = takeSlot.take(trial, ready, slot, idempotencyKey);
    if (receipt.isEmpty()) {
      return new NoSlotLeft();
    }
    changes.announce();
    return new Allocated(receipt.orElseThrow());
  }
}
