package org.absentia.randomisation.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.CompleteAnswers;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawals;

/**
 * Records what a participant answered at a timepoint. Every version is kept; items of the baseline
 * are completed like the other baseline answers, until a slot depends on them.
 */
@ApplicationScoped
public class RecordQuestionnaire {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now, as this version. */
  public record Recorded(Questionnaire questionnaire) implements Result {}

  /** The latest version says the same already. */
  public record RecordedBefore(Questionnaire questionnaire) implements Result {}

  /** The answers of the baseline stand. */
  public record BaselineCompleted() implements Result {}

  /** The slot depends on the answers of the baseline. */
  public record BaselineLocked() implements Result {}

  /** An answer would be changed or taken back without a reason. */
  public record ReasonMissing() implements Result {}

  /** The participant withdrew from questionnaires, or further. */
  public record Withdrawn() implements Result {}

  /** The protocol does not allow it. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final Questionnaires questionnaires;
  private final Programmes programmes;
  private final CompleteAnswers completeAnswers;
  private final Clock clock;

  RecordQuestionnaire(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      Questionnaires questionnaires,
      Programmes programmes,
      CompleteAnswers completeAnswers,
      Clock clock) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.questionnaires = questionnaires;
    this.programmes = programmes;
    this.completeAnswers = completeAnswers;
    this.clock = clock;
  }

  @Transactional
  public Result record(
      Trial trial, UUID participantId, Timepoint timepoint, Submission submission) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Participant participant = found.orElseThrow();
    if (participant.personal().isEmpty() || withdrew(participantId)) {
      return new Withdrawn();
    }
    return timepoint.isBaseline()
        ? completeBaseline(trial, participantId, submission)
        : add(trial, participant, timepoint, submission);
  }

  private boolean withdrew(UUID participantId) {
    return withdrawals.of(participantId).stream()
        .anyMatch(withdrawal -> withdrawal.level().stopsQuestionnaires());
  }

  private Result completeBaseline(Trial trial, UUID participantId, Submission submission) {
    Answers answers = new Answers(Map.of(), submission.items());
    return switch (completeAnswers.complete(trial, participantId, answers)) {
      case CompleteAnswers.Completed completed -> new BaselineCompleted();
      case CompleteAnswers.Locked locked -> new BaselineLocked();
      case CompleteAnswers.Unknown unknown -> new Unknown();
    };
  }

  private Result add(
      Trial trial, Participant participant, Timepoint timepoint, Submission submission) {
    List<Questionnaire> versions =
        questionnaires.versions(trial, participant.id(), timepoint.name());
    LocalDate answeredOn = answeredOn(versions, submission);
    List<Fault> faults = faults(participant, timepoint, answeredOn);
    if (versions.isEmpty() && Questionnaire.answered(submission.items()) == 0) {
      faults.add(new Fault("/items", "must hold an answer"));
    }
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    if (!versions.isEmpty()) {
      Questionnaire latest = versions.getLast();
      if (latest.items().equals(submission.items()) && latest.answeredOn().equals(answeredOn)) {
        return new RecordedBefore(latest);
      }
      if (submission.reason().isEmpty() && !latest.isOnlyCompletedBy(submission)) {
        return new ReasonMissing();
      }
    }
    Questionnaire next =
        version(trial, participant, timepoint, submission, versions.size() + 1, answeredOn);
    questionnaires.add(next);
    return new Recorded(next);
  }

  private Questionnaire version(
      Trial trial,
      Participant participant,
      Timepoint timepoint,
      Submission submission,
      int version,
      LocalDate answeredOn) {
    return new Questionnaire(
        Ids.next(),
        participant.id(),
        trial.id(),
        timepoint.name(),
        version,
        submission.items(),
        answeredOn,
        version == 1 ? Optional.empty() : submission.reason(),
        submission.author(),
        clock.instant());
  }

  /** A later version leaves the day, unless it says another. */
  private LocalDate answeredOn(List<Questionnaire> versions, Submission submission) {
    return submission
        .answeredOn()
        .orElseGet(
            () -> versions.isEmpty() ? LocalDate.now(clock) : versions.getLast().answeredOn());
  }

  private List<Fault> faults(Participant participant, Timepoint timepoint, LocalDate answeredOn) {
    List<Fault> faults = new ArrayList<>();
    if (allocations.positions(List.of(participant.id())).isEmpty()) {
      faults.add(new Fault("", "must wait until the participant has a slot"));
    }
    if (answeredOn.isAfter(LocalDate.now(clock))) {
      faults.add(new Fault("/answeredOn", "lies in the future"));
    }
    Optional<LocalDate> anchor =
        ProgrammeDays.anchorDay(
            timepoint.anchor(), participant.inclusionDate(), programmes.of(participant.id()));
    if (anchor.isEmpty()) {
      faults.add(new Fault("", "must wait until the programme's day is noted"));
    }
    anchor
        .map(timepoint::window)
        .filter(window -> answeredOn.isBefore(window.opensOn()))
        .ifPresent(early -> faults.add(new Fault("/answeredOn", "lies before the window opens")));
    return faults;
  }
}
