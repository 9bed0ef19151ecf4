package org.absentia.randomisation.contingency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Shows the break-glass key of a pack to its holder: once, and then the service has it no more. */
@ApplicationScoped
public class ShowPackKey {
  /** What came of the request. */
  public sealed interface Result {}

  /** Nobody can ask for it again. */
  public record Shown(Secret key) implements Result {}

  /** Somebody has it. */
  public record ShownBefore() implements Result {}

  /** The trial has no such pack. */
  public record Unknown() implements Result {}

  private final ContingencyPacks packs;
  private final TrialLog log;
  private final Clock clock;

  ShowPackKey(ContingencyPacks packs, TrialLog log, Clock clock) {
    this.packs = packs;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Result show(Trial trial, UUID id) {
    if (packs.lock(trial.id(), id).isEmpty()) {
      return new Unknown();
    }
    Instant now = clock.instant();
    Optional<Secret> key = packs.takeKey(id, now);
    if (key.isEmpty()) {
      return new ShownBefore();
    }
    log.append(trial.id(), List.of(new LogEvent.PackKeyShown(id.toString())), now);
    return new Shown(key.orElseThrow());
  }
}
