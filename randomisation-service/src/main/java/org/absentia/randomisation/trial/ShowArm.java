package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;

/** Shows the arm of one participant to the role that delivers it, and logs that it did. */
@ApplicationScoped
public class ShowArm {
  /** What came of the request. */
  public sealed interface Result {}

  /** The arm, by its name in the protocol. */
  public record Shown(UUID participantId, String arm, Instant allocatedAt) implements Result {}

  /** The participant is unknown in this trial, has no slot, or was erased. */
  public record NothingToShow() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final TrialLog log;
  private final Clock clock;

  ShowArm(Participants participants, Allocations allocations, TrialLog log, Clock clock) {
    this.participants = participants;
    this.allocations = allocations;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result show(Trial trial, UUID participantId) {
    Optional<Participant.Personal> personal =
        participants.lock(trial, participantId).flatMap(Participant::personal);
    Optional<Allocation> allocation =
        personal.flatMap(known -> allocations.ofParticipant(participantId));
    if (personal.isEmpty() || allocation.isEmpty()) {
      return new NothingToShow();
    }
    Pseudonym pseudonym = Pseudonym.of(personal.orElseThrow().salt(), participantId.toString());
    log.lock(trial.id());
    log.append(trial.id(), List.of(new LogEvent.ArmShown(pseudonym)), clock.instant());
    Allocation taken = allocation.orElseThrow();
    return new Shown(
        participantId, trial.protocol().arms().get(taken.arm()).name(), taken.allocatedAt());
  }
}
