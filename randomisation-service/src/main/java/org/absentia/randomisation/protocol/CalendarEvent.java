package org.absentia.randomisation.protocol;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something in the calendar that may moderate effects, such as restrictions in a pandemic.
 *
 * @param to the last day; empty while it lasts
 */
public record CalendarEvent(String name, String label, LocalDate from, Optional<LocalDate> to) {
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
  }
}
