package org.absentia.outcome.computation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.outcome.computation.OutcomeVersion.Basis;
import org.absentia.outcome.computation.OutcomeVersion.Input;
import org.absentia.outcome.computation.ParticipantCase.Latest;
import org.absentia.outcome.computation.Recomputation.Slice;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Derivation;
import org.absentia.outcome.record.CurrentRecords;

/**
 * Computes the outcomes of participants whose facts changed, and of everybody when that is ordered.
 * An outcome is derived from the facts alone, so neither their order of arrival nor repetition
 * matters; an equal outcome from equal input makes no new version.
 */
public final class RecomputeOutcomes {
  private static final Logger LOG = System.getLogger(RecomputeOutcomes.class.getName());
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

  private final Cases cases;
  private final Recomputations orders;
  private final OutcomeText text;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private final Duration settling;

  /**
   * A computation on these ports.
   *
   * @param settling how long a change waits for others that follow it closely
   */
  public RecomputeOutcomes(
      Cases cases,
      Recomputations orders,
      OutcomeText text,
      Supplier<UUID> ids,
      Clock clock,
      Duration settling) {
    this.cases = cases;
    this.orders = orders;
    this.text = text;
    this.ids = ids;
    this.clock = clock;
    this.settling = settling;
  }

  /** What became of one participant. */
  private enum Effect {
    UNCHANGED,
    CHANGED,
    FAILED
  }

  /** Brings at most so many participants up to date and tells how many it looked at. */
  public int recompute(Share share, int limit) {
    Instant now = clock.instant();
    List<WaitingParticipant> changed =
        cases.take(share, now.minus(settling), LocalDate.now(clock), limit);
    changed.forEach(waiting -> recompute(waiting, false));
    return changed.size();
  }

  /** Carries orders on by at most so many participants and tells how many it looked at. */
  public int carryOn(Share share, int limit) {
    return orders.take(share).map(slice -> carryOn(slice, limit)).orElse(0);
  }

  private int carryOn(Slice slice, int limit) {
    List<WaitingParticipant> next = orders.next(slice, limit);
    int changed = 0;
    int failed = 0;
    for (WaitingParticipant participant : next) {
      switch (recompute(participant, true)) {
        case CHANGED -> changed++;
        case FAILED -> failed++;
        case UNCHANGED -> {}
      }
    }
    Optional<UUID> last =
        next.isEmpty() ? Optional.empty() : Optional.of(next.getLast().participantId());
    orders.advance(slice, new Recomputations.Batch(next.size(), changed, failed, last));
    return Math.max(1, next.size());
  }

  private Effect recompute(WaitingParticipant waiting, boolean anew) {
    ParticipantCase participant;
    OutcomeStatus status;
    Optional<OutcomeVersion> next;
    try {
      participant = waiting.read();
      status = OutcomeStatus.of(participant, LocalDate.now(clock));
      next = next(participant, status, anew);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "event=derivation-failed participant=" + waiting.participantId(), bug);
      cases.postpone(waiting.participantId(), clock.instant().plus(PAUSE_AFTER_FAILURE));
      return Effect.FAILED;
    }
    if (participant.isErased()) {
      cases.forgetValues(participant.participantId());
    }
    next.ifPresent(cases::add);
    cases.settle(participant, status);
    return next.isPresent() ? Effect.CHANGED : Effect.UNCHANGED;
  }

  /**
   * The next version, unless the newest was derived from the same.
   *
   * @param anew derive it all the same, and compare what comes of it
   */
  private Optional<OutcomeVersion> next(
      ParticipantCase participant, OutcomeStatus status, boolean anew) {
    Optional<OutcomeDefinition> definition = participant.derivable();
    Basis basis =
        new Basis(text.of(definition.orElse(participant.definition())), participant.indexDate());
    CurrentRecords records =
        CurrentRecords.of(definition.isPresent() ? participant.versions() : List.of());
    List<Input> inputs = inputs(records);
    String inputHash = InputHash.of(basis.definition(), basis.indexDate(), status, inputs);
    boolean sameInput =
        participant.latest().map(Latest::inputHash).filter(inputHash::equals).isPresent();
    if (sameInput && !anew) {
      return Optional.empty();
    }
    Optional<String> outcome =
        definition.map(d -> Derivation.outcome(d, participant.indexDate(), records)).map(text::of);
    Optional<String> outcomeHash = outcome.map(Sha256::of);
    if (sameInput && participant.latest().orElseThrow().outcomeHash().equals(outcomeHash)) {
      return Optional.empty();
    }
    return Optional.of(
        new OutcomeVersion(
            ids.get(),
            participant.participantId(),
            participant.trialId(),
            participant.latest().map(Latest::number).orElse(0) + 1,
            status,
            basis,
            inputHash,
            inputs,
            after(participant.snapshotAt()),
            outcome,
            outcomeHash));
  }

  private static List<Input> inputs(CurrentRecords records) {
    return records.all().stream()
        .map(record -> new Input(record.recordId(), record.version().number()))
        .sorted(Comparator.comparing(Input::recordId))
        .toList();
  }

  /** Now, but after what must not change any more whatever the clocks of several processes say. */
  private Instant after(Optional<Instant> snapshotAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return snapshotAt.filter(at -> !now.isAfter(at)).map(at -> at.plusMillis(1)).orElse(now);
  }
}
