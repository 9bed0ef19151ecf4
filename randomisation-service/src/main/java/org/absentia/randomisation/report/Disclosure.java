package org.absentia.randomisation.report;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that two persons let out of the service.
 *
 * @param what for example BUNDLE or ALLOCATION_LIST
 * @param fromSlot the first slot of the stratum whose concealment rests with the holder
 */
public record Disclosure(Instant at, String what, Optional<String> stratum, OptionalInt fromSlot) {
  /** Tells whether arms of slots that nobody had taken left with it. */
  boolean showsFutureSlots() {
    return fromSlot.isPresent();
  }
}
