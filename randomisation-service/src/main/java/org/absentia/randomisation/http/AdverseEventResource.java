package org.absentia.randomisation.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.AdverseEvent;
import org.absentia.randomisation.conduct.AdverseEvents;
import org.absentia.randomisation.conduct.ReportAdverseEvent;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Adverse events: reported where people are met, listed to those who oversee the trial. */
@Path("/trials/{trialId}")
@Tag(name = "Adverse events")
@Produces(MediaType.APPLICATION_JSON)
public class AdverseEventResource {
  private static final int LARGEST_PAGE = 1000;

  /** A version of a report; who and what is null once the participant was erased. */
  public record AdverseEventResponse(
      UUID adverseEventId,
      int version,
      Optional<UUID> participantId,
      Optional<String> term,
      Optional<LocalDate> onset,
      Optional<LocalDate> resolvedOn,
      AdverseEvent.Severity severity,
      boolean serious,
      List<AdverseEvent.Seriousness> seriousness,
      AdverseEvent.Relatedness relatedness,
      boolean expected,
      AdverseEvent.Outcome outcome,
      String reportedBy,
      Instant recordedAt) {
    static AdverseEventResponse of(AdverseEvent event) {
      return new AdverseEventResponse(
          event.eventId(),
          event.version(),
          event.participantId(),
          event.course().map(AdverseEvent.Course::term),
          event.course().map(AdverseEvent.Course::onset),
          event.course().flatMap(AdverseEvent.Course::resolvedOn),
          event.severity(),
          !event.criteria().isEmpty(),
          event.criteria(),
          event.relatedness(),
          event.expected(),
          event.outcome(),
          event.reportedBy(),
          event.recordedAt());
    }
  }

  /** All versions of some events; {@code next} goes into {@code after}, null on the last page. */
  public record AdverseEventPage(List<AdverseEventResponse> versions, Optional<UUID> next) {}

  private final ReportAdverseEvent reportAdverseEvent;
  private final AdverseEvents events;
  private final TrialGate gate;
  private final SecurityIdentity caller;

  AdverseEventResource(
      ReportAdverseEvent reportAdverseEvent,
      AdverseEvents events,
      TrialGate gate,
      SecurityIdentity caller) {
    this.reportAdverseEvent = reportAdverseEvent;
    this.events = events;
    this.gate = gate;
    this.caller = caller;
  }

  @POST
  @Path("/participants/{participantId}/adverse-events")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Report an adverse event")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = AdverseEventResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before, in the same words",
      content = @Content(schema = @Schema(implementation = AdverseEventResponse.class)))
  @RolesAllowed({Roles.DELIVERER, Roles.RECRUITER})
  public RestResponse<AdverseEventResponse> report(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = AdverseEventRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    AdverseEventRequest request =
        Bodies.read(body, "invalid-adverse-event", in -> AdverseEventRequest.read(in, false));
    return answer(reportAdverseEvent.report(trial, id, request.toReport(role())));
  }

  @POST
  @Path("/participants/{participantId}/adverse-events/{adverseEventId}/versions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Correct a report by a further version; the earlier ones stay")
  @APIResponse(
      responseCode = "201",
      description = "Corrected now",
      content = @Content(schema = @Schema(implementation = AdverseEventResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "The newest version says the same",
      content = @Content(schema = @Schema(implementation = AdverseEventResponse.class)))
  @RolesAllowed({Roles.DELIVERER, Roles.RECRUITER})
  public RestResponse<AdverseEventResponse> correct(
      String trialId,
      String participantId,
      String adverseEventId,
      @RequestBody(content = @Content(schema = @Schema(implementation = AdverseEventRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    UUID event = TrialGate.participantId(adverseEventId);
    AdverseEventRequest request =
        Bodies.read(body, "invalid-adverse-event", in -> AdverseEventRequest.read(in, true));
    return answer(
        reportAdverseEvent.correct(
            trial, id, event, request.corrects().orElseThrow(), request.toReport(role())));
  }

  @GET
  @Path("/adverse-events")
  @Operation(summary = "List adverse events with all their versions, in pages of events")
  @RolesAllowed({Roles.APPROVER, Roles.AUDITOR})
  public AdverseEventPage list(
      String trialId,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    Trial trial = gate.open(trialId);
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    List<AdverseEvent> page = events.page(trial.id(), after.map(TrialGate::participantId), size);
    long found = page.stream().map(AdverseEvent::eventId).distinct().count();
    return new AdverseEventPage(
        page.stream().map(AdverseEventResponse::of).toList(),
        found < size ? Optional.empty() : Optional.of(page.getLast().eventId()));
  }

  private String role() {
    return caller.hasRole(Roles.DELIVERER) ? Roles.DELIVERER : Roles.RECRUITER;
  }

  private static RestResponse<AdverseEventResponse> answer(ReportAdverseEvent.Result result) {
    return switch (result) {
      case ReportAdverseEvent.Reported reported ->
          RestResponse.status(
              RestResponse.Status.CREATED, AdverseEventResponse.of(reported.event()));
      case ReportAdverseEvent.ReportedBefore reported ->
          RestResponse.ok(AdverseEventResponse.of(reported.event()));
      case ReportAdverseEvent.CorrectedSince since ->
          throw Problem.conflict(
              "adverse-event-differs", "The report was corrected since; look at it again.");
      case ReportAdverseEvent.Refused refused ->
          throw Problem.unprocessable(
              "adverse-event-refused", "What is said cannot be right.", refused.faults());
      case ReportAdverseEvent.Erased erased ->
          throw Problem.conflict("withdrawn", "The participant was erased.");
      case ReportAdverseEvent.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }
}
