package org.absentia.randomisation.deviation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Notes an error, and has the trial's log say that there was one. */
@ApplicationScoped
public class RecordDeviation {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Recorded(Deviation deviation) implements Result {}

  /** The same person recorded the same before. */
  public record RecordedBefore(Deviation deviation) implements Result {}

  /** It cannot be as it was said. */
  public record Refused(List<Fault> faults) implements Result {}

  private final Deviations deviations;
  private final Participants participants;
  private final TrialLog log;
  private final Clock clock;

  RecordDeviation(Deviations deviations, Participants participants, TrialLog log, Clock clock) {
    this.deviations = deviations;
    this.participants = participants;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result record(
      Trial trial,
      Deviation.Kind kind,
      LocalDate noticedOn,
      Deviation.Notes notes,
      String recordedBy) {
    Optional<Participant.Personal> personal =
        notes
            .participantId()
            .flatMap(id -> participants.lock(trial, id))
            .flatMap(Participant::personal);
    List<Fault> faults = faults(trial, noticedOn, notes, personal.isPresent());
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    log.lock(trial.id());
    Instant now = clock.instant();
    Deviation deviation =
        new Deviation(Ids.next(), trial.id(), kind, noticedOn, Optional.of(notes), recordedBy, now);
    Optional<Deviation> before =
        deviations.ofTrial(trial.id()).stream().filter(deviation::repeats).findFirst();
    if (before.isPresent()) {
      return new RecordedBefore(before.orElseThrow());
    }
    deviations.add(deviation);
    log.append(trial.id(), List.of(event(deviation, notes, personal)), now);
    return new Recorded(deviation);
  }

  private static LogEvent event(
      Deviation deviation, Deviation.Notes notes, Optional<Participant.Personal> personal) {
    Optional<UUID> about = notes.participantId();
    return new LogEvent.DeviationNoted(
        deviation.id().toString(),
        deviation.kind().name(),
        personal.map(known -> Pseudonym.of(known.salt(), about.orElseThrow().toString())),
        notes.slot().map(Deviation.Slot::stratum),
        notes.slot().map(Deviation.Slot::number));
  }

  private List<Fault> faults(
      Trial trial, LocalDate noticedOn, Deviation.Notes notes, boolean known) {
    List<Fault> faults = new ArrayList<>();
    if (notes.participantId().isPresent() && !known) {
      faults.add(new Fault("/participantId", "the trial has no such participant"));
    }
    if (notes.slot().isPresent()
        && !trial.protocol().design().strata().contains(notes.slot().orElseThrow().stratum())) {
      faults.add(new Fault("/stratum", "the design has no such stratum"));
    }
    if (noticedOn.isAfter(LocalDate.now(clock))) {
      faults.add(new Fault("/noticedOn", "lies in the future"));
    }
    if (namesArm(trial, notes.description())) {
      faults.add(new Fault("/description", "must not name an arm"));
    }
    if (namesArm(trial, notes.correctiveAction())) {
      faults.add(new Fault("/correctiveAction", "must not name an arm"));
    }
    return faults;
  }

  // the list is read before unmasking, and the table rests in the clear
  private static boolean namesArm(Trial trial, String text) {
    return trial.protocol().arms().stream()
        .anyMatch(
            arm ->
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(arm.name()) + "(?![\\p{L}\\p{N}])")
                    .matcher(text)
                    .find());
  }
}
