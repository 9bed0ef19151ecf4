package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.scheme.Design;

/**
 * Takes the next slots of participants' strata, once for each, whatever is asked at the same time.
 * Several requests are served in one transaction, in their order, as if each came alone.
 */
@ApplicationScoped
public class AllocateParticipants {
  /**
   * What somebody asks.
   *
   * @param subject of the token of whoever asks
   */
  public record Request(UUID participantId, String idempotencyKey, String subject) {}

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

  private final AdmitToSlot admitToSlot;
  private final Allocations allocations;
  private final TakeSlots takeSlots;
  private final RecruiterNames recruiterNames;
  private final TrialLog log;
  private final Changes changes;

  AllocateParticipants(
      AdmitToSlot admitToSlot,
      Allocations allocations,
      TakeSlots takeSlots,
      RecruiterNames recruiterNames,
      TrialLog log,
      Changes changes) {
    this.admitToSlot = admitToSlot;
    this.allocations = allocations;
    this.takeSlots = takeSlots;
    this.recruiterNames = recruiterNames;
    this.log = log;
    this.changes = changes;
  }

  /**
   * Answers each request, in their order.
   *
   * @param requests of which no two name one participant or one key
   */
  @Transactional
  public List<Result> allocate(Trial trial, List<Request> requests) {
    Map<Request, Result> results = new HashMap<>();
    Map<Request, TakeSlots.Ready> admitted = new LinkedHashMap<>();
    Map<Request, AdmitToSlot.Answer> answers = admitToSlot.admit(trial, requests);
    for (Request request : requests) {
      switch (Objects.requireNonNull(answers.get(request))) {
        case AdmitToSlot.Settled settled -> results.put(request, settled.result());
        case AdmitToSlot.Admitted may -> admitted.put(request, may.ready());
      }
    }
    if (!admitted.isEmpty()) {
      results.putAll(take(trial, admitted));
    }
    return requests.stream().map(request -> Objects.requireNonNull(results.get(request))).toList();
  }

  private Map<Request, Result> take(Trial trial, Map<Request, TakeSlots.Ready> admitted) {
    Design design = trial.protocol().design();
    Map<String, Integer> nextSlots =
        allocations.lockNextSlots(
            trial.id(),
            admitted.values().stream().map(ready -> ready.stratum(design)).distinct().toList());
    ChainTip tip = log.lockTip(trial.id());
    // another participant's request may have used a key while this one waited
    Set<String> used =
        allocations.usedKeys(
            trial.id(), admitted.keySet().stream().map(Request::idempotencyKey).toList());
    Map<Request, Result> results = new HashMap<>();
    Map<Request, TakeSlots.Taking> takings = new LinkedHashMap<>();
    admitted.forEach(
        (request, ready) -> {
          String stratum = ready.stratum(design);
          int slot = Objects.requireNonNull(nextSlots.get(stratum));
          if (used.contains(request.idempotencyKey())) {
            results.put(request, new KeyOfAnother());
          } else if (slot >= design.slotsPerStratum().orElse(Integer.MAX_VALUE)) {
            results.put(request, new NoSlotLeft());
          } else {
            takings.put(request, new TakeSlots.Taking(ready, slot, request.idempotencyKey()));
            nextSlots.put(stratum, slot + 1);
          }
        });
    Map<UUID, String> receipts = takeSlots.take(trial, tip, List.copyOf(takings.values()));
    takings.forEach(
        (request, taking) ->
            results.put(
                request,
                new Allocated(Objects.requireNonNull(receipts.get(request.participantId())))));
    recruiterNames.note(trial, takings.keySet());
    changes.announce();
    return results;
  }
}
