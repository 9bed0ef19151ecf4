package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.CalendarEvent;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;

/**
 * Tells how participants lie to the protocol's calendar events, for analyses of moderation. It
 * knows days and no arm.
 */
@ApplicationScoped
public class CalendarOfParticipants {
  /**
   * A participant and one event.
   *
   * @param coveredAtInclusion whether the event held on the day of inclusion
   * @param followedUpBefore whether the follow-up ended before the event began
   */
  public record Relation(String event, boolean coveredAtInclusion, boolean followedUpBefore) {}

  /** A randomised participant's relations to all events, in the protocol's order. */
  public record Related(UUID participantId, LocalDate inclusionDate, List<Relation> relations) {
    public Related {
      relations = List.copyOf(relations);
    }
  }

  /**
   * Some participants.
   *
   * @param last the last one looked at, randomised or not; empty when there are no more
   */
  public record Page(List<Related> participants, Optional<UUID> last) {
    public Page {
      participants = List.copyOf(participants);
    }
  }

  private final Participants participants;
  private final Allocations allocations;

  CalendarOfParticipants(Participants participants, Allocations allocations) {
    this.participants = participants;
    this.allocations = allocations;
  }

  @Transactional
  public Page page(Trial trial, Optional<UUID> after, int limit) {
    List<Participant> page = participants.page(trial, after, limit);
    Map<UUID, Integer> allocated =
        allocations.positions(page.stream().map(Participant::id).toList());
    return new Page(
        page.stream()
            .filter(participant -> allocated.containsKey(participant.id()))
            .filter(participant -> participant.personal().isPresent())
            .map(participant -> related(trial, participant))
            .toList(),
        page.size() < limit ? Optional.empty() : Optional.of(page.getLast().id()));
  }

  private static Related related(Trial trial, Participant participant) {
    LocalDate inclusion = participant.inclusionDate();
    LocalDate end = inclusion.plus(trial.protocol().conduct().followUp());
    return new Related(
        participant.id(),
        inclusion,
        trial.protocol().conduct().calendar().stream()
            .map(event -> relation(event, inclusion, end))
            .toList());
  }

  private static Relation relation(CalendarEvent event, LocalDate inclusion, LocalDate end) {
    return new Relation(event.name(), event.covers(inclusion), end.isBefore(event.from()));
  }
}
