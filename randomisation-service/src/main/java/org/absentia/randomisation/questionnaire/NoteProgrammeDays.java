package org.absentia.randomisation.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;

/** Notes when a participant's programme started and ended, or corrects it. */
@ApplicationScoped
public class NoteProgrammeDays {
  /** What came of the request. */
  public sealed interface Result {}

  /** The days stand. */
  public record Noted() implements Result {}

  /** The trial has no such participant, or none whose data are still there. */
  public record Unknown() implements Result {}

  /** The days cannot be right. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  private final Participants participants;
  private final Allocations allocations;
  private final Programmes programmes;
  private final Clock clock;

  NoteProgrammeDays(
      Participants participants, Allocations allocations, Programmes programmes, Clock clock) {
    this.participants = participants;
    this.allocations = allocations;
    this.programmes = programmes;
    this.clock = clock;
  }

  @Transactional
  public Result note(Trial trial, UUID participantId, ProgrammeDays days) {
    Optional<Participant> found =
        participants
            .lock(trial, participantId)
            .filter(participant -> participant.personal().isPresent());
    if (found.isEmpty()) {
      return new Unknown();
    }
    List<Fault> faults = faults(found.orElseThrow(), days);
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    programmes.set(trial.id(), participantId, days, clock.instant());
    return new Noted();
  }

  private List<Fault> faults(Participant participant, ProgrammeDays days) {
    List<Fault> faults = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    if (allocations.positions(List.of(participant.id())).isEmpty()) {
      faults.add(new Fault("/startedOn", "must wait until the participant has a slot"));
    }
    if (days.startedOn().isBefore(participant.inclusionDate()) || days.startedOn().isAfter(today)) {
      faults.add(new Fault("/startedOn", "must not lie before the inclusion nor in the future"));
    }
    if (days.endedOn()
        .filter(end -> end.isBefore(days.startedOn()) || end.isAfter(today))
        .isPresent()) {
      faults.add(new Fault("/endedOn", "must not lie before the start nor in the future"));
    }
    return faults;
  }
}
