package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the one submission of a link. The same again within minutes, as after a lost connection,
 * gets the same answer; later a used link says nothing, lest who finds it tries answers out.
 */
@ApplicationScoped
public class SubmitThroughLink {
  /** What came of it. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Received(Instant at) implements Result {}

  /** Recorded a moment ago, in the same words. */
  public record ReceivedBefore(Instant at) implements Result {}

  /** Other answers came through the link a moment ago. */
  public record UsedOtherwise() implements Result {}

  /** The link does not work. */
  public record Gone() implements Result {}

  /** It is not what the link asks; the link still works. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  private final Links links;
  private final Trials trials;
  private final Participants participants;
  private final MayAsk mayAsk;
  private final RecordGiven recordGiven;
  private final Clock clock;
  private final Duration repeatWithin;

  SubmitThroughLink(
      Links links,
      Trials trials,
      Participants participants,
      MayAsk mayAsk,
      RecordGiven recordGiven,
      Clock clock,
      @ConfigProperty(name = "absentia.links.repeat-within", defaultValue = "PT15M")
          Duration repeatWithin) {
    this.links = links;
    this.trials = trials;
    this.participants = participants;
    this.mayAsk = mayAsk;
    this.recordGiven = recordGiven;
    this.clock = clock;
    this.repeatWithin = repeatWithin;
  }

  @Transactional
  public Result submit(Token token, Given given) {
    Optional<Link> found = links.find(token.hash());
    Optional<Trial> trial = found.flatMap(link -> trials.find(link.trialId()));
    if (trial.isEmpty()) {
      return new Gone();
    }
    // the participant before the link: an erasure goes the same way
    hold(trial.orElseThrow(), found.orElseThrow().holder());
    return links
        .lock(token.hash())
        .map(link -> submit(trial.orElseThrow(), link, given, token.digest(given)))
        .orElse(new Gone());
  }

  private void hold(Trial trial, Holder holder) {
    switch (holder) {
      case Holder.Participant participant -> participants.lock(trial, participant.id());
      case Holder.Candidate candidate -> participants.reserve(trial.id(), candidate.id());
    }
  }

  private Result submit(Trial trial, Link link, Given given, Hash digest) {
    Instant now = clock.instant();
    if (link.repeatable(now, repeatWithin)) {
      Link.Use use = link.use().orElseThrow();
      return use.answers().equals(digest) ? new ReceivedBefore(use.at()) : new UsedOtherwise();
    }
    if (link.state(now) != Link.State.OPEN
        || !(mayAsk.of(trial, link.holder(), link.purpose()) instanceof MayAsk.Yes)) {
      return new Gone();
    }
    return switch (recordGiven.record(trial, link, given)) {
      case RecordGiven.Taken taken -> {
        links.use(link.id(), new Link.Use(now, digest), given.form(), taken.became());
        yield new Received(now);
      }
      case RecordGiven.NotAsked notAsked -> new Gone();
      case RecordGiven.Refused refused -> new Refused(refused.faults());
    };
  }
}
