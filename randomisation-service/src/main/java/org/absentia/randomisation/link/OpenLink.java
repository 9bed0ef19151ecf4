package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.trial.Withdrawal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens a link. Looking uses nothing up, since messengers fetch links to preview them; a link that
 * is unknown, used, expired, revoked or without anything left to ask is empty, without a
 * difference.
 */
@ApplicationScoped
public class OpenLink {
  private final Links links;
  private final Trials trials;
  private final MayAsk mayAsk;
  private final Wordings wordings;
  private final Clock clock;
  private final Duration repeatWithin;

  OpenLink(
      Links links,
      Trials trials,
      MayAsk mayAsk,
      Wordings wordings,
      Clock clock,
      @ConfigProperty(name = "absentia.links.repeat-within", defaultValue = "PT15M")
          Duration repeatWithin) {
    this.links = links;
    this.trials = trials;
    this.mayAsk = mayAsk;
    this.wordings = wordings;
    this.clock = clock;
    this.repeatWithin = repeatWithin;
  }

  /** Returns what is asked now. */
  @Transactional
  public Optional<Asked> open(Token token) {
    return links.find(token.hash()).flatMap(this::open);
  }

  /** Returns what is, or was a moment ago, asked, so that a repetition can be read. */
  @Transactional
  public Optional<Asked> answerable(Token token) {
    // a twin of the submission may use the link between the looks, so that only the last one counts
    return repeatable(token).or(() -> open(token)).or(() -> repeatable(token));
  }

  private Optional<Asked> repeatable(Token token) {
    Instant now = clock.instant();
    return links
        .find(token.hash())
        .filter(link -> link.repeatable(now, repeatWithin))
        .flatMap(this::asked);
  }

  private Optional<Asked> open(Link link) {
    if (link.state(clock.instant()) != Link.State.OPEN) {
      return Optional.empty();
    }
    return trials
        .find(link.trialId())
        .filter(trial -> mayAsk.of(trial, link.holder(), link.purpose()) instanceof MayAsk.Yes)
        .flatMap(trial -> asked(link));
  }

  private Optional<Asked> asked(Link link) {
    return trials
        .find(link.trialId())
        .map(
            trial ->
                new Asked(
                    link, instruments(trial, link), wordings(trial), forms(link), levels(link)));
  }

  private static List<Instrument> instruments(Trial trial, Link link) {
    return switch (link.purpose()) {
      case Purpose.Questionnaire asked ->
          trial
              .protocol()
              .timepoint(asked.timepoint())
              .map(trial.protocol()::asked)
              .orElse(List.of());
      case Purpose.Enrol asked -> trial.protocol().asked(trial.protocol().baselineTimepoint());
      case Purpose.Consent asked -> List.of();
      case Purpose.Withdraw asked -> List.of();
    };
  }

  private Map<Language, Map<String, Wording>> wordings(Trial trial) {
    return Arrays.stream(Language.values())
        .collect(
            Collectors.toMap(
                language -> language, language -> wordings.wordings(trial.id(), language)));
  }

  private Map<Language, ConsentForm> forms(Link link) {
    return switch (link.purpose()) {
      case Purpose.Consent asked -> wordings.forms(link.trialId(), asked.version());
      case Purpose.Enrol asked -> wordings.forms(link.trialId(), asked.version());
      case Purpose.Questionnaire asked -> Map.of();
      case Purpose.Withdraw asked -> Map.of();
    };
  }

  private List<Withdrawal.Level> levels(Link link) {
    if (!(link.purpose() instanceof Purpose.Withdraw)
        || !(link.holder() instanceof Holder.Participant participant)) {
      return List.of();
    }
    // a repetition chooses once more what the first time took off the list
    return link.use().isPresent() ? MayAsk.LEVELS : mayAsk.levels(participant.id());
  }
}
