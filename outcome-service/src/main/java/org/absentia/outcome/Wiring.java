package org.absentia.outcome;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.absentia.outcome.computation.Cases;
import org.absentia.outcome.computation.RecomputeOutcomes;
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
      Clock clock,
      @ConfigProperty(name = "absentia.recomputation.settling-millis", defaultValue = "200")
          long settlingMillis) {
    return new RecomputeOutcomes(
        cases, new CanonicalText(), Ids::next, clock, Duration.ofMillis(settlingMillis));
  }
}
