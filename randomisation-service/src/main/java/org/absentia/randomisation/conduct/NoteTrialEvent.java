package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Notes what befalls a trial. A halt of recruitment holds from the moment it is noted. */
@ApplicationScoped
public class NoteTrialEvent {
  /** What came of the request. */
  public sealed interface Result {}

  /** Noted now. */
  public record Noted(TrialEvent event) implements Result {}

  /** Noted before, in the same words. */
  public record NotedBefore(TrialEvent event) implements Result {}

  /** It ended on another day. */
  public record EndedOtherwise() implements Result {}

  /** It cannot end before it began. */
  public record EndsTooEarly() implements Result {}

  /** The trial has no such event. */
  public record Unknown() implements Result {}

  /** What is said of an event. */
  public record Note(
      TrialEvent.Kind kind,
      LocalDate from,
      Optional<LocalDate> to,
      String description,
      Optional<String> mitigation,
      String recordedBy) {}

  private final TrialEvents events;
  private final TrialLog log;
  private final Clock clock;

  NoteTrialEvent(TrialEvents events, TrialLog log, Clock clock) {
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result note(Trial trial, Note note) {
    log.lock(trial.id());
    TrialEvent event =
        new TrialEvent(
            Ids.next(),
            trial.id(),
            note.kind(),
            note.from(),
            note.to(),
            note.description(),
            note.mitigation(),
            note.recordedBy(),
            now());
    Optional<TrialEvent> known =
        events.ofTrial(trial.id()).stream().filter(event::saysTheSame).findFirst();
    if (known.isPresent()) {
      return new NotedBefore(known.orElseThrow());
    }
    if (endsTooEarly(event, event.to())) {
      return new EndsTooEarly();
    }
    events.add(event);
    say(event);
    return new Noted(event);
  }

  /** Ends a halt, or another event that lasts. */
  @Transactional
  public Result end(Trial trial, UUID id, LocalDate to) {
    log.lock(trial.id());
    Optional<TrialEvent> found = events.find(trial.id(), id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    TrialEvent event = found.orElseThrow();
    if (event.to().isPresent()) {
      return event.to().equals(Optional.of(to)) ? new NotedBefore(event) : new EndedOtherwise();
    }
    if (endsTooEarly(event, Optional.of(to))) {
      return new EndsTooEarly();
    }
    events.end(id, to);
    say(event);
    return new Noted(events.find(trial.id(), id).orElseThrow());
  }

  private void say(TrialEvent event) {
    log.append(
        event.trialId(),
        List.of(new LogEvent.TrialEventNoted(event.id().toString(), event.kind().name())),
        now());
  }

  private static boolean endsTooEarly(TrialEvent event, Optional<LocalDate> to) {
    return to.filter(day -> day.isBefore(event.from())).isPresent();
  }

  private Instant now() {
    return clock.instant();
  }
}
