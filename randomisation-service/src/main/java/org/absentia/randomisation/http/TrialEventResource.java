package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.NoteTrialEvent;
import org.absentia.randomisation.conduct.TrialEvent;
import org.absentia.randomisation.conduct.TrialEvents;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What befell a trial: amendments, halts of recruitment, other important modifications. */
@Path("/trials/{trialId}/trial-events")
@Tag(name = "Trial events")
@Produces(MediaType.APPLICATION_JSON)
public class TrialEventResource {
  /** An event as the statistician notes it. */
  @Schema(requiredProperties = {"kind", "from", "description"})
  public record TrialEventRequest(
      TrialEvent.Kind kind,
      LocalDate from,
      Optional<LocalDate> to,
      String description,
      Optional<String> mitigation) {
    static TrialEventRequest read(JsonReader in) {
      in.noOthers("kind", "from", "to", "description", "mitigation");
      return new TrialEventRequest(
          in.requiredChoice("kind", TrialEvent.Kind.class),
          in.requiredDate("from"),
          in.date("to"),
          Reasons.longText(in, "description"),
          in.has("mitigation")
              ? Optional.of(Reasons.longText(in, "mitigation"))
              : Optional.empty());
    }

    NoteTrialEvent.Note toNote(String recordedBy) {
      return new NoteTrialEvent.Note(kind, from, to, description, mitigation, recordedBy);
    }
  }

  /** The last day. */
  @Schema(requiredProperties = "to")
  public record EndRequest(LocalDate to) {}

  /** An event of a trial. */
  public record TrialEventResponse(
      UUID trialEventId,
      TrialEvent.Kind kind,
      LocalDate from,
      Optional<LocalDate> to,
      String description,
      Optional<String> mitigation,
      String recordedBy,
      Instant recordedAt) {
    static TrialEventResponse of(TrialEvent event) {
      return new TrialEventResponse(
          event.id(),
          event.kind(),
          event.from(),
          event.to(),
          event.description(),
          event.mitigation(),
          event.recordedBy(),
          event.recordedAt());
    }
  }

  private final NoteTrialEvent noteTrialEvent;
  private final TrialEvents events;
  private final TrialGate gate;

  TrialEventResource(NoteTrialEvent noteTrialEvent, TrialEvents events, TrialGate gate) {
    this.noteTrialEvent = noteTrialEvent;
    this.events = events;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Note an event of the trial; nobody is included during a RECRUITMENT_HALT")
  @APIResponse(
      responseCode = "201",
      description = "Noted now",
      content = @Content(schema = @Schema(implementation = TrialEventResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Noted before, in the same words",
      content = @Content(schema = @Schema(implementation = TrialEventResponse.class)))
  @RolesAllowed(Roles.STATISTICIAN)
  public RestResponse<TrialEventResponse> note(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = TrialEventRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    TrialEventRequest request = Bodies.read(body, "invalid-trial-event", TrialEventRequest::read);
    return answer(
        noteTrialEvent.note(trial, request.toNote(gate.subject())), RestResponse.Status.CREATED);
  }

  @PUT
  @Path("/{trialEventId}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Tell the last day of a halt, or of another event that lasts")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TrialEventResponse.class)))
  @RolesAllowed(Roles.STATISTICIAN)
  public RestResponse<TrialEventResponse> end(
      String trialId,
      String trialEventId,
      @RequestBody(content = @Content(schema = @Schema(implementation = EndRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    LocalDate to =
        Bodies.read(
            body,
            "invalid-trial-event",
            in -> {
              in.noOthers("to");
              return in.requiredDate("to");
            });
    return answer(
        noteTrialEvent.end(trial, TrialGate.id(trialEventId, TrialEventResource::unknown), to),
        RestResponse.Status.OK);
  }

  @GET
  @Operation(summary = "List what befell a trial, in order of the days")
  @RolesAllowed({
    Roles.STATISTICIAN,
    Roles.APPROVER,
    Roles.RECRUITER,
    Roles.ANALYST,
    Roles.PRIVACY_OFFICER,
    Roles.AUDITOR
  })
  public List<TrialEventResponse> list(String trialId) {
    Trial trial = gate.open(trialId);
    return events.ofTrial(trial.id()).stream().map(TrialEventResponse::of).toList();
  }

  private static RestResponse<TrialEventResponse> answer(
      NoteTrialEvent.Result result, RestResponse.Status noted) {
    return switch (result) {
      case NoteTrialEvent.Noted done ->
          RestResponse.status(noted, TrialEventResponse.of(done.event()));
      case NoteTrialEvent.NotedBefore done -> RestResponse.ok(TrialEventResponse.of(done.event()));
      case NoteTrialEvent.EndedOtherwise other ->
          throw Problem.conflict("trial-event-ended", "The event ended on another day.");
      case NoteTrialEvent.EndsTooEarly early ->
          throw Problem.unprocessable(
              "trial-event-refused",
              "The event cannot end before it began.",
              List.of(new Fault("/to", "must not lie before from")));
      case NoteTrialEvent.Unknown unknown -> throw unknown();
    };
  }

  private static Problem unknown() {
    return Problem.notFound("The trial has no such event.");
  }
}
