package org.absentia.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.platform.Ids;

/** Gives the use cases what must not come from nowhere: the clock and new ids. */
@ApplicationScoped
public class Wiring {

  private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

  /**
   * Ticks in milliseconds: PostgreSQL keeps no more than microseconds, and an answer must read the
   * same later.
   */
  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.tickMillis(NORWAY);
  }

  @Produces
  @ApplicationScoped
  Supplier<UUID> newId() {
    return Ids::next;
  }
}
