package org.absentia.outcome.computation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.ReleaseEnded;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.ParticipantCase.Latest;
import org.absentia.outcome.computation.ParticipantCase.Withdrawal;
import org.absentia.outcome.record.RegistryRecord;

/** The twin of the database adapter, for tests of the use cases. */
public final class InMemoryStore implements FactStore, Cases, Recomputations {
  private record Version(String recordId, long number) {}

  private static final class Participant {
    Optional<String> trialId = Optional.empty();
    Optional<ParticipantEnrolled> enrolment = Optional.empty();
    Optional<Instant> releaseEndedAt = Optional.empty();
    Optional<Instant> changedAt = Optional.empty();
    Optional<LocalDate> dueOn = Optional.empty();
    final Map<Version, RegistryRecord> records = new HashMap<>();
    final Set<Version> erased = new HashSet<>();
    final Set<Withdrawal> withdrawals = new LinkedHashSet<>();
    final List<OutcomeVersion> outcomes = new ArrayList<>();
  }

  private final Map<String, TrialOpened> trials = new HashMap<>();
  private final Map<UUID, Participant> participants = new TreeMap<>();
  private final Clock clock;
  Optional<Instant> snapshotAt = Optional.empty();

  public InMemoryStore(Clock clock) {
    this.clock = clock;
  }

  /** All outcome versions of a participant. */
  public List<OutcomeVersion> outcomesOf(UUID participantId) {
    return List.copyOf(participant(participantId).outcomes);
  }

  @Override
  public void keepAll(List<Fact> facts) {
    facts.forEach(this::keep);
  }

  @Override
  public void keep(Fact fact) {
    switch (fact) {
      case TrialOpened opened -> {
        TrialOpened known = trials.get(opened.trialId());
        if (known == null || known.openedAt().isBefore(opened.openedAt())) {
          trials.put(opened.trialId(), opened);
          participants.values().stream()
              .filter(p -> p.trialId.equals(Optional.of(opened.trialId())))
              .forEach(this::noteChange);
        }
      }
      case ParticipantEnrolled enrolled -> {
        Participant participant = participant(enrolled.participantId());
        if (participant.enrolment.isEmpty()
            || participant.enrolment.get().enrolledAt().isBefore(enrolled.enrolledAt())) {
          participant.enrolment = Optional.of(enrolled);
          participant.trialId = Optional.of(enrolled.trialId());
          noteChange(participant);
        }
      }
      case RecordReleased released -> {
        Participant participant = participant(released.participantId());
        RegistryRecord record = released.record();
        Version version = new Version(record.recordId(), record.version().number());
        if (!participant.erased.contains(version)
            && participant.records.putIfAbsent(version, record) == null) {
          noteChange(participant);
        }
      }
      case RecordErased erased -> {
        Participant participant = participant(erased.participantId());
        Version version = new Version(erased.recordId(), erased.version());
        if (participant.erased.add(version)) {
          participant.records.remove(version);
          noteChange(participant);
        }
      }
      case ReleaseEnded ended -> {
        Participant participant = participant(ended.participantId());
        if (participant.releaseEndedAt.isEmpty()
            || ended.endedAt().isBefore(participant.releaseEndedAt.get())) {
          participant.releaseEndedAt = Optional.of(ended.endedAt());
          noteChange(participant);
        }
      }
      case ParticipantWithdrawn withdrawn -> {
        Participant participant = participant(withdrawn.participantId());
        if (participant.withdrawals.add(
            new Withdrawal(withdrawn.level(), withdrawn.withdrawnOn()))) {
          noteChange(participant);
        }
      }
    }
  }

  private Participant participant(UUID id) {
    return participants.computeIfAbsent(id, unknown -> new Participant());
  }

  private void noteChange(Participant participant) {
    participant.changedAt = participant.changedAt.or(() -> Optional.of(clock.instant()));
  }

  @Override
  public List<WaitingParticipant> take(
      Share share, Instant changedBefore, LocalDate today, int limit) {
    List<WaitingParticipant> taken = new ArrayList<>();
    participants.forEach(
        (id, participant) -> {
          boolean changed =
              participant.changedAt.filter(at -> !at.isAfter(changedBefore)).isPresent();
          boolean due = participant.dueOn.filter(day -> !day.isAfter(today)).isPresent();
          if ((changed || due) && taken.size() < limit) {
            toCase(id, participant).map(Taken::new).ifPresent(taken::add);
          }
        });
    return taken;
  }

  private record Taken(ParticipantCase read) implements WaitingParticipant {
    @Override
    public UUID participantId() {
      return read.participantId();
    }
  }

  private Optional<ParticipantCase> toCase(UUID id, Participant participant) {
    return participant.enrolment.flatMap(
        enrolment ->
            Optional.ofNullable(trials.get(enrolment.trialId()))
                .map(
                    trial ->
                        new ParticipantCase(
                            id,
                            trial.trialId(),
                            enrolment.indexDate(),
                            trial.definition(),
                            List.copyOf(participant.records.values()),
                            List.copyOf(participant.withdrawals),
                            participant.releaseEndedAt,
                            participant.outcomes.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                    new Latest(
                                        participant.outcomes.getLast().number(),
                                        participant.outcomes.getLast().inputHash(),
                                        participant.outcomes.getLast().outcomeHash())),
                            snapshotAt)));
  }

  @Override
  public void settle(ParticipantCase settled, OutcomeStatus status) {
    Participant participant = participant(settled.participantId());
    participant.changedAt = Optional.empty();
    participant.dueOn =
        status == OutcomeStatus.PARTIAL ? Optional.of(settled.followUpEnd()) : Optional.empty();
  }

  @Override
  public void add(OutcomeVersion next) {
    participant(next.participantId()).outcomes.add(next);
  }

  @Override
  public void forgetValues(UUID participantId) {
    participant(participantId).outcomes.replaceAll(OutcomeVersion::erased);
  }

  @Override
  public void postpone(UUID participantId, Instant until) {
    participant(participantId).changedAt = Optional.of(until);
    participant(participantId).dueOn = Optional.empty();
  }

  /** One order as the twin keeps it: a single slice with everybody in it. */
  private static final class Order {
    final Recomputation order;
    final long participants;
    Batch done = new Batch(0, 0, 0, Optional.empty());
    boolean finished;

    Order(Recomputation order, long participants) {
      this.order = order;
      this.participants = participants;
    }
  }

  private final Map<UUID, Order> orders = new TreeMap<>();

  @Override
  public void add(Recomputation order) {
    orders.put(order.id(), new Order(order, participants.size()));
  }

  @Override
  public Optional<Recomputation.Progress> find(UUID id) {
    return newest(orders.size()).stream().filter(p -> p.order().id().equals(id)).findFirst();
  }

  @Override
  public List<Recomputation.Progress> newest(int limit) {
    return orders.values().stream()
        .map(
            order ->
                new Recomputation.Progress(
                    order.order,
                    order.participants,
                    order.done.recomputed(),
                    order.done.changed(),
                    order.done.failed(),
                    order.finished ? Optional.of(clock.instant()) : Optional.empty(),
                    Optional.empty()))
        .limit(limit)
        .toList();
  }

  @Override
  public void cancel(UUID id, Instant now) {
    Objects.requireNonNull(orders.get(id)).finished = true;
  }

  @Override
  public Optional<Recomputation.Slice> take(Share share) {
    return orders.values().stream()
        .filter(order -> !order.finished)
        .findFirst()
        .map(
            order ->
                new Recomputation.Slice(
                    order.order.id(), order.order.trialId(), 0, order.done.last()));
  }

  @Override
  public List<WaitingParticipant> next(Recomputation.Slice slice, int limit) {
    List<WaitingParticipant> next = new ArrayList<>();
    participants.forEach(
        (id, participant) -> {
          if (slice.lastParticipant().stream().noneMatch(last -> id.compareTo(last) <= 0)
              && next.size() < limit) {
            toCase(id, participant).map(Taken::new).ifPresent(next::add);
          }
        });
    return next;
  }

  @Override
  public void advance(Recomputation.Slice slice, Batch batch) {
    Order order = Objects.requireNonNull(orders.get(slice.recomputationId()));
    order.finished = batch.recomputed() == 0;
    order.done =
        new Batch(
            order.done.recomputed() + batch.recomputed(),
            order.done.changed() + batch.changed(),
            order.done.failed() + batch.failed(),
            batch.last().or(() -> order.done.last()));
  }

  /** Makes the newest values of a participant other than what they were derived as. */
  void spoilNewest(UUID participantId) {
    List<OutcomeVersion> outcomes = participant(participantId).outcomes;
    OutcomeVersion newest = outcomes.removeLast();
    outcomes.add(
        new OutcomeVersion(
            newest.id(),
            newest.participantId(),
            newest.trialId(),
            newest.number(),
            newest.status(),
            newest.basis(),
            newest.inputHash(),
            newest.inputs(),
            newest.computedAt(),
            Optional.of("{}"),
            Optional.of(Sha256.of("{}"))));
  }
}
