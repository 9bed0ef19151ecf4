package org.absentia.outcome.computation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.outcome.definition.OutcomeDefinition;

/** Gives a trial another outcome definition. Call it in a transaction. */
public final class SetDefinition {
  /** What came of the request. */
  public sealed interface Result {}

  /** The definition counts from now on; all outcomes are computed anew. */
  public record Set(TrialDefinition definition) implements Result {}

  /** It is the definition that counts already. */
  public record SetBefore(TrialDefinition definition) implements Result {}

  /** There is no such trial. */
  public record UnknownTrial() implements Result {}

  private final Definitions definitions;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public SetDefinition(Definitions definitions, Supplier<UUID> ids, Clock clock) {
    this.definitions = definitions;
    this.ids = ids;
    this.clock = clock;
  }

  public Result set(String trialId, OutcomeDefinition definition, String reason, String caller) {
    definitions.lock(trialId);
    List<TrialDefinition> known = definitions.of(trialId);
    if (known.isEmpty()) {
      return new UnknownTrial();
    }
    TrialDefinition current = known.getLast();
    if (current.definition().equals(definition)) {
      return new SetBefore(current);
    }
    TrialDefinition next =
        new TrialDefinition(
            ids.get(),
            trialId,
            after(current.setAt()),
            definition,
            OptionalInt.empty(),
            Optional.of(reason),
            Optional.of(caller));
    definitions.add(next);
    return new Set(next);
  }

  private Instant after(Instant current) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isAfter(current) ? now : current.plusMillis(1);
  }
}
