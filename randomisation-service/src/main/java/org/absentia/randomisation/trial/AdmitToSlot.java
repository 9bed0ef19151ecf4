package org.absentia.randomisation.trial;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.randomisation.allocation.ChainTip;
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

  /**
   * The answers, and what is held until the transaction ends, so that they stay true.
   *
   * @param nextSlots of each stratum in which a slot may be taken
   * @param tip where the log ends; empty when no stratum is determined
   */
  record Admission(
      Map<AllocateParticipants.Request, Answer> answers,
      Map<String, Integer> nextSlots,
      Optional<ChainTip> tip) {}

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final TrialLog log;
  private final List<SlotCondition> conditions;

  AdmitToSlot(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      TrialLog log,
      @All List<SlotCondition> conditions) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.log = log;
    this.conditions = List.copyOf(conditions);
  }

  /** Locks participants, strata and log in this order, and then answers each request. */
  Admission admit(Trial trial, List<AllocateParticipants.Request> requests) {
    Map<UUID, Participant> locked =
        participants.lock(trial, all(requests, AllocateParticipants.Request::participantId));
    Map<UUID, Answer> assessed = assessed(trial, locked.values());
    Set<String> strata = strata(trial, assessed.values());
    Map<String, Integer> nextSlots = allocations.lockNextSlots(trial.id(), strata);
    Optional<ChainTip> tip =
        strata.isEmpty() ? Optional.empty() : Optional.of(log.lockTip(trial.id()));
    return new Admission(answers(trial, requests, locked, assessed), nextSlots, tip);
  }

  private Map<AllocateParticipants.Request, Answer> answers(
      Trial trial,
      List<AllocateParticipants.Request> requests,
      Map<UUID, Participant> locked,
      Map<UUID, Answer> assessed) {
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
      Map<UUID, AllocateParticipants.Result> barred = barred(trial, List.copyOf(open.values()));
      open.forEach(
          (request, participant) ->
              answers.put(
                  request,
                  Optional.ofNullable(barred.get(participant.id()))
                      .<Answer>map(Settled::new)
                      .orElseGet(() -> Objects.requireNonNull(assessed.get(participant.id())))));
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

  private Map<UUID, AllocateParticipants.Result> barred(Trial trial, List<Participant> present) {
    Map<UUID, AllocateParticipants.Result> barred = new HashMap<>();
    withdrawals
        .levels(all(present, Participant::id))
        .keySet()
        .forEach(id -> barred.put(id, new AllocateParticipants.HasWithdrawn()));
    for (SlotCondition condition : conditions) {
      condition
          .unmet(trial, present)
          .forEach(
              (id, unmet) -> barred.putIfAbsent(id, new AllocateParticipants.NotEligible(unmet)));
    }
    return barred;
  }

  private static Map<UUID, Answer> assessed(Trial trial, Collection<Participant> locked) {
    return locked.stream()
        .filter(participant -> participant.personal().isPresent())
        .collect(Collectors.toMap(Participant::id, present -> assessed(trial, present)));
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

  private static Set<String> strata(Trial trial, Collection<Answer> assessed) {
    Set<String> strata = new TreeSet<>();
    for (Answer answer : assessed) {
      if (answer instanceof Admitted may) {
        strata.add(may.ready().stratum(trial.protocol().design()));
      }
    }
    return strata;
  }

  private static List<String> named(Stratum.Undetermined open) {
    return Stream.concat(open.instruments().stream(), open.values().stream()).toList();
  }

  private static <E, T> List<T> all(List<E> elements, Function<E, T> member) {
    return elements.stream().map(member).toList();
  }
}
