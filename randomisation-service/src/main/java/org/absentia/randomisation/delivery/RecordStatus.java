package org.absentia.randomisation.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Changes;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;

/** Takes down what is known of a participant's programme as a whole; the last word counts. */
@ApplicationScoped
public class RecordStatus {
  /** What came of the request. */
  public sealed interface Result {}

  /** It stands, from now or from before. */
  public record Stands(RecordedStatus status) implements Result {}

  /** Nobody delivers anything before a slot was taken. */
  public record NotAllocated() implements Result {}

  /** Everything about the participant was erased. */
  public record Erased() implements Result {}

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Changes changes;

  RecordStatus(
      Participants participants,
      Allocations allocations,
      Deliveries deliveries,
      Clock clock,
      Changes changes) {
    this.participants = participants;
    this.allocations = allocations;
    this.deliveries = deliveries;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional
  public Result record(Trial trial, UUID participantId, ProgrammeStatus status, String author) {
    Optional<Participant> participant = participants.lock(trial, participantId);
    if (participant.isEmpty()) {
      return new Unknown();
    }
    if (participant.orElseThrow().personal().isEmpty()) {
      return new Erased();
    }
    if (allocations.positions(List.of(participantId)).isEmpty()) {
      return new NotAllocated();
    }
    RecordedStatus recorded =
        new RecordedStatus(
            participantId,
            trial.id(),
            1 + deliveries.status(participantId).map(RecordedStatus::version).orElse(0),
            status,
            author,
            clock.instant());
    deliveries.add(recorded);
    changes.announce();
    return new Stands(recorded);
  }
}
