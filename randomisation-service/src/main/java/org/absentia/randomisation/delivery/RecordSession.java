package org.absentia.randomisation.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Changes;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawals;

/** Takes down a session, and corrections of it, without a word about the participant's arm. */
@ApplicationScoped
public class RecordSession {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Recorded(Session session) implements Result {}

  /** Recorded before, in the same words. */
  public record RecordedBefore(Session session) implements Result {}

  /** Another record stands, or another version than the one to be corrected. */
  public record Differs() implements Result {}

  /** Nobody delivers anything before a slot was taken. */
  public record NotAllocated() implements Result {}

  /** Everything about the participant was erased. */
  public record Erased() implements Result {}

  /** The protocol does not allow it. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** The trial has no such participant, or the participant no such session of this author. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Changes changes;

  RecordSession(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      Deliveries deliveries,
      Clock clock,
      Changes changes) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.deliveries = deliveries;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional
  public Result record(
      Trial trial, UUID participantId, UUID sessionId, Session.Content content, String author) {
    Optional<Participant> participant = participants.lock(trial, participantId);
    Optional<Result> refusal = refusal(trial, participant, Optional.of(content));
    if (refusal.isPresent()) {
      return refusal.orElseThrow();
    }
    List<Session> known = deliveries.versions(sessionId);
    if (!known.isEmpty()) {
      Session last = known.getLast();
      return last.participantId().equals(participantId)
              && last.recordedBy().equals(author)
              && last.content().equals(Optional.of(content))
          ? new RecordedBefore(last)
          : new Differs();
    }
    return add(participant.orElseThrow(), sessionId, 1, Optional.of(content), author);
  }

  /**
   * Adds a version.
   *
   * @param corrected the version that the author read
   * @param content empty to say that the session was recorded in error
   */
  @Transactional
  public Result correct(
      Trial trial,
      UUID participantId,
      UUID sessionId,
      int corrected,
      Optional<Session.Content> content,
      String author) {
    Optional<Participant> participant = participants.lock(trial, participantId);
    Optional<Result> refusal = refusal(trial, participant, content);
    if (refusal.isPresent()) {
      return refusal.orElseThrow();
    }
    List<Session> known = deliveries.versions(sessionId);
    if (known.isEmpty()
        || !known.getFirst().participantId().equals(participantId)
        || !known.getFirst().recordedBy().equals(author)) {
      return new Unknown();
    }
    Session last = known.getLast();
    if (last.version() == corrected + 1 && last.content().equals(content)) {
      return new RecordedBefore(last);
    }
    return last.version() == corrected
        ? add(participant.orElseThrow(), sessionId, corrected + 1, content, author)
        : new Differs();
  }

  private Optional<Result> refusal(
      Trial trial, Optional<Participant> found, Optional<Session.Content> content) {
    if (found.isEmpty()) {
      return Optional.of(new Unknown());
    }
    Participant participant = found.orElseThrow();
    if (participant.personal().isEmpty()) {
      return Optional.of(new Erased());
    }
    if (allocations.positions(List.of(participant.id())).isEmpty()) {
      return Optional.of(new NotAllocated());
    }
    List<Fault> faults =
        content
            .map(
                said ->
                    SessionRules.faults(
                        trial.protocol().delivery(),
                        said,
                        participant.inclusionDate(),
                        stopped(participant.id()),
                        LocalDate.now(clock)))
            .orElse(List.of());
    return faults.isEmpty() ? Optional.empty() : Optional.of(new Refused(faults));
  }

  private Optional<LocalDate> stopped(UUID participantId) {
    return withdrawals.of(participantId).stream()
        .map(Withdrawal::withdrawnOn)
        .min(Comparator.naturalOrder());
  }

  private Result add(
      Participant participant,
      UUID sessionId,
      int version,
      Optional<Session.Content> content,
      String author) {
    Session session =
        new Session(
            sessionId,
            participant.id(),
            participant.trialId(),
            version,
            content,
            author,
            clock.instant());
    deliveries.add(session);
    changes.announce();
    return new Recorded(session);
  }
}
