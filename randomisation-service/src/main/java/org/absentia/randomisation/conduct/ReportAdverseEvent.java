package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Takes reports of adverse events and their corrections; no version is ever overwritten. */
@ApplicationScoped
public class ReportAdverseEvent {
  /** What came of the request. */
  public sealed interface Result {}

  /** A version was added. */
  public record Reported(AdverseEvent event) implements Result {}

  /** The newest version says the same. */
  public record ReportedBefore(AdverseEvent event) implements Result {}

  /** Somebody corrected the report since. */
  public record CorrectedSince(int version) implements Result {}

  /** What is said cannot be right. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** The participant was erased. */
  public record Erased() implements Result {}

  /** The trial has no such participant, or the participant no such event. */
  public record Unknown() implements Result {}

  /** What is said of an event. */
  public record Report(
      AdverseEvent.Course course,
      AdverseEvent.Severity severity,
      List<AdverseEvent.Seriousness> seriousness,
      AdverseEvent.Relatedness relatedness,
      boolean expected,
      AdverseEvent.Outcome outcome,
      String reportedBy) {
    public Report {
      seriousness = List.copyOf(seriousness);
    }
  }

  private final Participants participants;
  private final AdverseEvents events;
  private final TrialLog log;
  private final Clock clock;

  ReportAdverseEvent(Participants participants, AdverseEvents events, TrialLog log, Clock clock) {
    this.participants = participants;
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result report(Trial trial, UUID participantId, Report report) {
    Optional<Participant> found = participants.lock(trial, participantId);
    Optional<Result> refused = refused(found, report);
    if (refused.isPresent()) {
      return refused.orElseThrow();
    }
    AdverseEvent event = event(found.orElseThrow(), Ids.next(), 1, report);
    return events.ofParticipant(participantId).stream()
        .filter(event::saysTheSame)
        .findFirst()
        .<Result>map(ReportedBefore::new)
        .orElseGet(() -> add(found.orElseThrow(), event));
  }

  /**
   * Adds a corrected version.
   *
   * @param corrected the version that the caller has seen
   */
  @Transactional
  public Result correct(
      Trial trial, UUID participantId, UUID eventId, int corrected, Report report) {
    Optional<Participant> found = participants.lock(trial, participantId);
    Optional<Result> refused = refused(found, report);
    if (refused.isPresent()) {
      return refused.orElseThrow();
    }
    Optional<AdverseEvent> newest = events.newest(participantId, eventId);
    if (newest.isEmpty()) {
      return new Unknown();
    }
    AdverseEvent standing = newest.orElseThrow();
    AdverseEvent event = event(found.orElseThrow(), eventId, standing.version() + 1, report);
    if (standing.saysTheSame(event)) {
      return new ReportedBefore(standing);
    }
    return standing.version() == corrected
        ? add(found.orElseThrow(), event)
        : new CorrectedSince(standing.version());
  }

  private Optional<Result> refused(Optional<Participant> found, Report report) {
    if (found.isEmpty()) {
      return Optional.of(new Unknown());
    }
    if (found.orElseThrow().personal().isEmpty()) {
      return Optional.of(new Erased());
    }
    List<Fault> faults = faults(found.orElseThrow(), report);
    return faults.isEmpty() ? Optional.empty() : Optional.of(new Refused(faults));
  }

  private Result add(Participant participant, AdverseEvent event) {
    events.add(event);
    Pseudonym pseudonym =
        Pseudonym.of(participant.personal().orElseThrow().salt(), participant.id().toString());
    log.lock(event.trialId());
    log.append(
        event.trialId(),
        List.of(
            new LogEvent.AdverseEventReported(
                pseudonym, event.eventId().toString(), event.version())),
        event.recordedAt());
    return new Reported(event);
  }

  private AdverseEvent event(Participant participant, UUID eventId, int version, Report report) {
    Instant now = clock.instant();
    return new AdverseEvent(
        eventId,
        version,
        participant.trialId(),
        Optional.of(participant.id()),
        Optional.of(report.course()),
        report.severity(),
        Set.copyOf(report.seriousness()),
        report.relatedness(),
        report.expected(),
        report.outcome(),
        report.reportedBy(),
        now);
  }

  private List<Fault> faults(Participant participant, Report report) {
    List<Fault> faults = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    LocalDate onset = report.course().onset();
    if (onset.isAfter(today) || onset.isBefore(participant.consent().givenOn())) {
      faults.add(new Fault("/onset", "must not lie in the future nor before the consent"));
    }
    if (report
        .course()
        .resolvedOn()
        .filter(day -> day.isAfter(today) || day.isBefore(onset))
        .isPresent()) {
      faults.add(new Fault("/resolvedOn", "must not lie in the future nor before the onset"));
    }
    boolean fatal = report.outcome() == AdverseEvent.Outcome.FATAL;
    if (fatal != report.seriousness().contains(AdverseEvent.Seriousness.DEATH)) {
      faults.add(new Fault("/seriousness", "names DEATH when the outcome is FATAL, and only then"));
    }
    return faults;
  }
}
