package org.absentia.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.platform.Ids;

/** Gives the use cases what must not come from nowhere: the clock and new ids. */
@ApplicationScoped
public class Wiring {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @ApplicationScoped
  Supplier<UUID> newId() {
    return Ids::next;
  }
}
