package org.absentia.randomisation.trial;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;

/** Finds out who of those who ask may take a slot, and what is to be said to the others. */
@ApplicationScoped
class AdmitToSlot {
  /** What a request amounts to before its slot is taken. */
  sealed interface Answer {}

  /** There is nothing to take. */
  record Settled(AllocateParticipants.Result result) implements Answer {}

  /** A slot may be taken. */
  record Admitted(TakeSlots.Ready ready) implements Answer {}

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final List<SlotCondition> conditions;

  AdmitToSlot(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      @All List<SlotCondition> conditions) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.conditions = List.copyOf(conditions);
  }

  /** Locks the participants and answers each request. */
  Map<AllocateParticipants.Request, Answer> admit(
      Trial trial, List<AllocateParticipants.Request> requests) {
    Map<UUID, Participant> locked =
        participants.lock(trial, all(requests, AllocateParticipants.Request::participantId));
    Known known = known(trial, requests);
    Map<AllocateParticipants.Request, Answer> answers = new HashMap<>();
    Map<AllocateParticipants.Request, Participant> open = new LinkedHashMap<>();
    for (AllocateParticipants.Request request : requests) {
      Optional<Participant> participant = Optional.ofNullable(locked.get(request.participantId()));
      settled(request, participant, known)
          .ifPresentOrElse(
              result -> answers.put(request, new Settled(result)),
              () -> open.put(request, participant.orElseThrow()));
    }
    if (!open.isEmpty()) {
      Map<UUID, Answer> judged = judged(trial, List.copyOf(open.values()));
      open.forEach(
          (request, participant) ->
              answers.put(request, Objects.requireNonNull(judged.get(participant.id()))));
    }
    return answers;
  }

  private static Optional<AllocateParticipants.Result> settled(
      AllocateParticipants.Request request, Optional<Participant> participant, Known known) {
    if (participant.isEmpty()) {
      return Optional.of(new AllocateParticipants.Unknown());
    }
    // of somebody erased the receipt was erased, too
    return participant.orElseThrow().personal().isEmpty()
        ? Optional.of(new AllocateParticipants.HasWithdrawn())
        : known.before(request);
  }

  /** The slots taken before by these participants or under these keys. */
  private record Known(Map<UUID, Allocation> byParticipant, Map<String, Allocation> byKey) {
    Optional<AllocateParticipants.Result> before(AllocateParticipants.Request request) {
      Allocation sameKey = byKey.get(request.idempotencyKey());
      if (sameKey != null) {
        return Optional.of(
            sameKey.participantId().equals(request.participantId())
                ? new AllocateParticipants.AllocatedBefore(sameKey.receipt())
                : new AllocateParticipants.KeyOfAnother());
      }
      return byParticipant.containsKey(request.participantId())
          ? Optional.of(new AllocateParticipants.AlreadyAllocated())
          : Optional.empty();
    }
  }

  private Known known(Trial trial, List<AllocateParticipants.Request> requests) {
    List<Allocation> taken =
        allocations.of(
            trial.id(),
            all(requests, AllocateParticipants.Request::participantId),
            all(requests, AllocateParticipants.Request::idempotencyKey));
    return new Known(
        taken.stream().collect(Collectors.toMap(Allocation::participantId, Function.identity())),
        taken.stream().collect(Collectors.toMap(Allocation::idempotencyKey, Function.identity())));
  }

  private Map<UUID, Answer> judged(Trial trial, List<Participant> present) {
    Map<UUID, Withdrawal.Level> withdrawn =
        withdrawals.levels(present.stream().map(Participant::id).toList());
    Map<UUID, SlotCondition.Unmet> unmet = new HashMap<>();
    for (SlotCondition condition : conditions) {
      condition.unmet(trial, present).forEach(unmet::putIfAbsent);
    }
    Map<UUID, Answer> judged = new HashMap<>();
    for (Participant participant : present) {
      UUID id = participant.id();
      Optional<Answer> refusal =
          withdrawn.containsKey(id)
              ? Optional.of(new Settled(new AllocateParticipants.HasWithdrawn()))
              : Optional.ofNullable(unmet.get(id))
                  .map(reason -> new Settled(new AllocateParticipants.NotEligible(reason)));
      judged.put(id, refusal.orElseGet(() -> assessed(trial, participant)));
    }
    return judged;
  }

  private static Answer assessed(Trial trial, Participant participant) {
    Assessment assessment = participant.personal().orElseThrow().assessed(trial.protocol());
    return switch (assessment.stratum()) {
      case Stratum.Undetermined open ->
          new Settled(new AllocateParticipants.Undetermined(named(open), assessment.missing(open)));
      case Stratum.Determined stratum ->
          new Admitted(new TakeSlots.Ready(participant, assessment, stratum));
    };
  }

  private static List<String> named(Stratum.Undetermined open) {
    return Stream.concat(open.instruments().stream(), open.values().stream()).toList();
  }

  private static <T> List<T> all(
      List<AllocateParticipants.Request> requests,
      Function<AllocateParticipants.Request, T> member) {
    return requests.stream().map(member).toList();
  }
}
