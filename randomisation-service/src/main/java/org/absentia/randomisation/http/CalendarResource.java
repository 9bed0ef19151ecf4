package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.CalendarOfParticipants;
import org.absentia.randomisation.protocol.CalendarEvent;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The protocol's calendar events and how participants lie to them, for analyses of moderation. */
@Path("/trials/{trialId}/calendar")
@Tag(name = "Trial events")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {
  private static final int LARGEST_PAGE = 10_000;

  /** A calendar event of the protocol. */
  public record CalendarEntry(String name, String label, LocalDate from, Optional<LocalDate> to) {
    static CalendarEntry of(CalendarEvent event) {
      return new CalendarEntry(event.name(), event.label(), event.from(), event.to());
    }
  }

  /** A page of randomised participants; {@code next} goes into {@code after}, null on the last. */
  public record CalendarPage(
      List<CalendarEntry> events,
      List<CalendarOfParticipants.Related> participants,
      Optional<UUID> next) {}

  private final CalendarOfParticipants calendar;
  private final TrialGate gate;

  CalendarResource(CalendarOfParticipants calendar, TrialGate gate) {
    this.calendar = calendar;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "Tell which calendar events covered each participant's inclusion")
  @RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN, Roles.AUDITOR})
  public CalendarPage list(
      String trialId,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    Trial trial = gate.open(trialId);
    CalendarOfParticipants.Page page =
        calendar.page(
            trial, after.map(TrialGate::participantId), Math.clamp(limit, 1, LARGEST_PAGE));
    return new CalendarPage(
        trial.protocol().conduct().calendar().stream().map(CalendarEntry::of).toList(),
        page.participants(),
        page.last());
  }
}
