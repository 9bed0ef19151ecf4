package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final TakeSlots takeSlots;
  private final RecruiterNames recruiterNames;
  private final Changes changes;

  AllocateParticipants(
      AdmitToSlot admitToSlot,
      TakeSlots takeSlots,
      RecruiterNames recruiterNames,
      Changes changes) {
    this.admitToSlot = admitToSlot;
    this.takeSlots = takeSlots;
    this.recruiterNames = recruiterNames;
    this.changes = changes;
  }

  /**
   * Answers each request, in their order.
   *
   * @param requests of which no two name one participant or one key
   */
  @Transactional
  public List<Result> allocate(Trial trial, List<Request> requests) {
    AdmitToSlot.Admission admission = admitToSlot.admit(trial, requests);
    Map<Request, Result> results = new HashMap<>();
    Map<Request, TakeSlots.Taking> takings = new LinkedHashMap<>();
    Map<String, Integer> nextSlots = new HashMap<>(admission.nextSlots());
    for (Request request : requests) {
      switch (Objects.requireNonNull(admission.answers().get(request))) {
        case AdmitToSlot.Settled settled -> results.put(request, settled.result());
        case AdmitToSlot.Admitted may ->
            next(trial, request, may.ready(), nextSlots)
                .ifPresentOrElse(
                    taking -> takings.put(request, taking),
                    () -> results.put(request, new NoSlotLeft()));
      }
    }
    if (!takings.isEmpty()) {
      results.putAll(take(trial, admission.tip().orElseThrow(), takings));
    }
    return requests.stream().map(request -> Objects.requireNonNull(results.get(request))).toList();
  }

  private static Optional<TakeSlots.Taking> next(
      Trial trial, Request request, TakeSlots.Ready ready, Map<String, Integer> nextSlots) {
    Design design = trial.protocol().design();
    String stratum = ready.stratum(design);
    int slot = Objects.requireNonNull(nextSlots.get(stratum));
    if (slot >= design.slotsPerStratum().orElse(Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    nextSlots.put(stratum, slot + 1);
    return Optional.of(new TakeSlots.Taking(ready, slot, request.idempotencyKey()));
  }

  private Map<Request, Result> take(
      Trial trial, ChainTip tip, Map<Request, TakeSlots.Taking> takings) {
    Map<UUID, String> receipts = takeSlots.take(trial, tip, List.copyOf(takings.values()));
    Map<Request, Result> results = new HashMap<>();
    for (Request request : takings.keySet()) {
      String receipt = Objects.requireNonNull(receipts.get(request.participantId()));
      results.put(request, new Allocated(receipt));
    }
    recruiterNames.note(trial, takings.keySet());
    changes.announce();
    return results;
  }
}
