package org.absentia.outcome;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.absentia.outcome.computation.Cases;
import org.absentia.outcome.computation.Definitions;
import org.absentia.outcome.computation.Recomputations;
import org.absentia.outcome.computation.RecomputeOutcomes;
import org.absentia.outcome.computation.SetDefinition;
import org.absentia.outcome.computation.Snapshots;
import org.absentia.outcome.computation.TakeSnapshot;
import org.absentia.outcome.json.CanonicalText;
import org.absentia.platform.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the plain core together with what surrounds it. */
final class Wiring {
  /** "Today" is the day in Norway. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.system(ZoneId.of("Europe/Oslo"));
  }

  @Produces
  @Singleton
  RecomputeOutcomes recomputeOutcomes(
      Cases cases,
      Recomputations orders,
      Clock clock,
      @ConfigProperty(name = "absentia.recomputation.settling-millis", defaultValue = "200")
          long settlingMillis) {
    return new RecomputeOutcomes(
        cases, orders, new CanonicalText(), Ids::next, clock, Duration.ofMillis(settlingMillis));
  }

  @Produces
  @Singleton
  SetDefinition setDefinition(Definitions definitions, Clock clock) {
    return new SetDefinition(definitions, Ids::next, clock);
  }

  @Produces
  @Singleton
  TakeSnapshot takeSnapshot(Snapshots snapshots, Clock clock) {
    return new TakeSnapshot(snapshots, Ids::next, clock);
  }
}
