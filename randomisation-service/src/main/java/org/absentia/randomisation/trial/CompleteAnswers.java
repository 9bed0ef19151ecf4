package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Answers;

/** Completes or corrects baseline answers for as long as no slot depends on them. */
@ApplicationScoped
public class CompleteAnswers {
  /** What came of the request. */
  public sealed interface Result {}

  /** The answers stand. */
  public record Completed(Participant participant) implements Result {}

  /** The stratum was locked when the slot was taken; or the data were erased. */
  public record Locked() implements Result {}

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final AllocationRequests requests;
  private final Clock clock;

  CompleteAnswers(
      Participants participants,
      Allocations allocations,
      AllocationRequests requests,
      Clock clock) {
    this.participants = participants;
    this.allocations = allocations;
    this.requests = requests;
    this.clock = clock;
  }

  @Transactional
  public Result complete(Trial trial, UUID participantId, Answers answers) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Optional<Participant.Personal> personal = found.orElseThrow().personal();
    if (personal.isEmpty() || allocations.ofParticipant(participantId).isPresent()) {
      return new Locked();
    }
    participants.setAnswers(participantId, personal.orElseThrow().answers().completedWith(answers));
    requests.answersChanged(trial.id(), participantId, clock.instant());
    return new Completed(participants.find(trial, participantId).orElseThrow());
  }
}
