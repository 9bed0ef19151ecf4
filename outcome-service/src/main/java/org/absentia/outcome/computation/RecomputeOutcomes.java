package org.absentia.outcome.computation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.outcome.computation.OutcomeVersion.Input;
import org.absentia.outcome.computation.ParticipantCase.Latest;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Derivation;
import org.absentia.outcome.record.CurrentRecords;

/**
 * Computes the outcomes of participants whose facts changed. An outcome is derived from the facts
 * alone, so neither their order of arrival nor repetition matters; equal input makes no new
 * version.
 */
public final class RecomputeOutcomes {
  private static final Logger LOG = System.getLogger(RecomputeOutcomes.class.getName());
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

  private final Cases cases;
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
      Cases cases, OutcomeText text, Supplier<UUID> ids, Clock clock, Duration settling) {
    this.cases = cases;
    this.text = text;
    this.ids = ids;
    this.clock = clock;
    this.settling = settling;
  }

  /** Brings at most so many participants up to date and tells how many it looked at. */
  public int recompute(int limit) {
    Instant now = clock.instant();
    List<WaitingParticipant> changed = cases.take(now.minus(settling), LocalDate.now(clock), limit);
    changed.forEach(this::recompute);
    return changed.size();
  }

  private void recompute(WaitingParticipant waiting) {
    ParticipantCase participant;
    OutcomeStatus status;
    Optional<OutcomeVersion> next;
    try {
      participant = waiting.read();
      status = OutcomeStatus.of(participant, LocalDate.now(clock));
      next = next(participant, status);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "event=derivation-failed participant=" + waiting.participantId(), bug);
      cases.postpone(waiting.participantId(), clock.instant().plus(PAUSE_AFTER_FAILURE));
      return;
    }
    if (participant.isErased()) {
      cases.forgetValues(participant.participantId());
    }
    next.ifPresent(cases::add);
    cases.settle(participant, status);
  }

  /** The next version, unless the newest was derived from the same. */
  private Optional<OutcomeVersion> next(ParticipantCase participant, OutcomeStatus status) {
    Optional<OutcomeDefinition> definition = participant.derivable();
    CurrentRecords records =
        CurrentRecords.of(definition.isPresent() ? participant.versions() : List.of());
    List<Input> inputs =
        records.all().stream()
            .map(record -> new Input(record.recordId(), record.version().number()))
            .sorted(Comparator.comparing(Input::recordId))
            .toList();
    String hash =
        InputHash.of(
            text.of(definition.orElse(participant.definition())),
            participant.indexDate(),
            status,
            inputs);
    if (participant.latest().map(Latest::inputHash).filter(hash::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new OutcomeVersion(
            ids.get(),
            participant.participantId(),
            participant.trialId(),
            participant.latest().map(Latest::number).orElse(0) + 1,
            status,
            hash,
            inputs,
            clock.instant(),
            definition
                .map(d -> Derivation.outcome(d, participant.indexDate(), records))
                .map(text::of)));
  }
}
