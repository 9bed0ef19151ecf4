package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.trial.AnnouncedTrials;
import org.absentia.randomisation.trial.OpenTrial;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.trial.Trials;

/**
 * Opens a trial; where its protocol asks for two persons, only once a second one has approved the
 * very document that the first proposed.
 */
@ApplicationScoped
public class OpenByTwo {
  private static final String ACTION = "OPEN_TRIAL";

  /** What came of the request. */
  public sealed interface Result {}

  /** The protocol needs nobody else, or was approved. */
  public record Opening(OpenTrial.Result result) implements Result {}

  /** It waits for its second person. */
  public record Waiting(ProposedTrial trial) implements Result {}

  /** Another document of this name waits for its second person. */
  public record AnotherWaits() implements Result {}

  /** It was rejected; a new one may be proposed. */
  public record Rejected(ProposedTrial trial) implements Result {}

  /** Nobody approves what he or she proposed. */
  public record SamePerson() implements Result {}

  /** Nothing of this name waits. */
  public record NothingWaits() implements Result {}

  private final ProposedTrials proposed;
  private final OpenTrial openTrial;
  private final Trials trials;
  private final AnnouncedTrials announced;
  private final TrialLog log;
  private final Clock clock;

  OpenByTwo(
      ProposedTrials proposed,
      OpenTrial openTrial,
      Trials trials,
      AnnouncedTrials announced,
      TrialLog log,
      Clock clock) {
    this.proposed = proposed;
    this.openTrial = openTrial;
    this.trials = trials;
    this.announced = announced;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result open(Protocol protocol, String person) {
    if (!protocol.conduct().twoPersons()) {
      return new Opening(openTrial.open(protocol));
    }
    trials.reserve(protocol.trial());
    if (trials.find(protocol.trial()).isPresent() || announced.find(protocol.trial()).isPresent()) {
      return new Opening(openTrial.open(protocol));
    }
    Optional<ProposedTrial> last = waiting(protocol.trial());
    if (last.isPresent()) {
      return last.orElseThrow().protocol().digest().equals(protocol.digest())
          ? new Waiting(last.orElseThrow())
          : new AnotherWaits();
    }
    ProposedTrial trial = new ProposedTrial(Ids.next(), protocol, person, now(), Optional.empty());
    proposed.add(trial);
    return new Waiting(trial);
  }

  @Transactional
  public Result decide(String trialId, boolean approved, String person) {
    trials.reserve(trialId);
    Optional<ProposedTrial> last = waiting(trialId);
    if (last.isEmpty()) {
      return new NothingWaits();
    }
    ProposedTrial trial = last.orElseThrow();
    if (trial.proposedBy().equals(person)) {
      return new SamePerson();
    }
    ProposedTrial decided =
        new ProposedTrial(
            trial.id(),
            trial.protocol(),
            trial.proposedBy(),
            trial.proposedAt(),
            Optional.of(new ProposedTrial.Decision(approved, person, now())));
    proposed.decide(decided);
    if (!approved) {
      return new Rejected(decided);
    }
    OpenTrial.Result result = openTrial.open(trial.protocol());
    if (result instanceof OpenTrial.Opened opened) {
      say(opened.trial(), trial.id().toString());
    }
    return new Opening(result);
  }

  private void say(Trial trial, String proposal) {
    log.append(
        trial.id(),
        List.of(new LogEvent.Proposed(proposal, ACTION), new LogEvent.Approved(proposal, ACTION)),
        now());
  }

  private Optional<ProposedTrial> waiting(String trialId) {
    return proposed.last(trialId).filter(trial -> trial.decision().isEmpty());
  }

  private Instant now() {
    return clock.instant();
  }
}
