package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.delivery.DeliveryReader;
import org.absentia.randomisation.delivery.ProgrammeStatus;
import org.absentia.randomisation.delivery.RecordSession;
import org.absentia.randomisation.delivery.RecordStatus;
import org.absentia.randomisation.delivery.Session;
import org.absentia.randomisation.delivery.ShowDelivery;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Sessions delivered, and what follows from them. No answer to a deliverer depends on the arm of
 * the participant, so that trying the components one by one tells nothing.
 */
@Path("/trials/{trialId}/participants/{participantId}")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
  private record NewSession(Optional<String> sessionId, Session.Content content) {}

  private record Correction(int version, Session.Content content) {}

  private final RecordSession recordSession;
  private final RecordStatus recordStatus;
  private final ShowDelivery showDelivery;
  private final TrialGate gate;

  DeliveryResource(
      RecordSession recordSession,
      RecordStatus recordStatus,
      ShowDelivery showDelivery,
      TrialGate gate) {
    this.recordSession = recordSession;
    this.recordStatus = recordStatus;
    this.showDelivery = showDelivery;
    this.gate = gate;
  }

  @POST
  @Path("/sessions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Record a session that was delivered",
      description =
          "Any component of the protocol is taken down for any participant who has a slot; whether the"
              + " arm provides for it is not told. A sessionId of the sender's makes a repetition safe.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before, in the same words",
      content = @Content(schema = @Schema(implementation = SessionResponse.class)))
  @RolesAllowed(Roles.DELIVERER)
  public RestResponse<SessionResponse> record(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = SessionRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID participant = TrialGate.participantId(participantId);
    NewSession session = Bodies.read(body, "invalid-session", DeliveryResource::newSession);
    UUID id = session.sessionId().map(DeliveryResource::sessionId).orElseGet(Ids::next);
    return answer(
        recordSession.record(trial, participant, id, session.content(), gate.subject()),
        RestResponse.Status.CREATED);
  }

  @PUT
  @Path("/sessions/{sessionId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Correct a session of one's own; the version that was read goes with the correction")
  @RolesAllowed(Roles.DELIVERER)
  public RestResponse<SessionResponse> correct(
      String trialId,
      String participantId,
      String sessionId,
      @RequestBody(content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID participant = TrialGate.participantId(participantId);
    Correction correction = Bodies.read(body, "invalid-session", DeliveryResource::correction);
    return answer(
        recordSession.correct(
            trial,
            participant,
            sessionId(sessionId),
            correction.version(),
            Optional.of(correction.content()),
            gate.subject()),
        RestResponse.Status.OK);
  }

  @DELETE
  @Path("/sessions/{sessionId}")
  @Operation(summary = "Say that a session of one's own was recorded in error; its versions stay")
  @RolesAllowed(Roles.DELIVERER)
  public RestResponse<SessionResponse> retract(
      String trialId,
      String participantId,
      String sessionId,
      @Parameter(required = true) @QueryParam("version") Optional<Integer> version) {
    Trial trial = gate.open(trialId);
    UUID participant = TrialGate.participantId(participantId);
    int read =
        version.orElseThrow(
            () ->
                Problem.badRequest(
                    "invalid-session", "The version that was read is missing.", List.of()));
    return answer(
        recordSession.correct(
            trial, participant, sessionId(sessionId), read, Optional.empty(), gate.subject()),
        RestResponse.Status.OK);
  }

  @GET
  @Path("/sessions")
  @Operation(summary = "List every version of the sessions that the caller recorded")
  @RolesAllowed(Roles.DELIVERER)
  public List<SessionResponse> own(String trialId, String participantId) {
    Trial trial = gate.open(trialId);
    return showDelivery
        .own(trial, TrialGate.participantId(participantId), gate.subject())
        .orElseThrow(TrialGate::unknownParticipant)
        .stream()
        .map(SessionResponse::of)
        .toList();
  }

  @PUT
  @Path("/delivery-status")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what is known of the programme as a whole; the last word counts",
      description =
          "known: whether the log holds every session there was. Then no session means none; otherwise"
              + " it means that nobody knows, and received may say whether there was anything at all.")
  @RolesAllowed(Roles.DELIVERER)
  public StatusResponse status(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = StatusRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID participant = TrialGate.participantId(participantId);
    ProgrammeStatus status = Bodies.read(body, "invalid-delivery-status", DeliveryReader::status);
    return switch (recordStatus.record(trial, participant, status, gate.subject())) {
      case RecordStatus.Stands stands -> StatusResponse.of(stands.status());
      case RecordStatus.NotAllocated early -> throw notAllocated();
      case RecordStatus.Erased erased -> throw erased();
      case RecordStatus.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }

  @GET
  @Path("/delivery")
  @Operation(
      summary = "Show all deliveries and what follows from them; it tells the arm and is logged")
  @RolesAllowed(Roles.ALLOCATOR)
  public RestResponse<DeliveryResponse> all(String trialId, String participantId) {
    Trial trial = gate.open(trialId);
    UUID participant = TrialGate.participantId(participantId);
    return showDelivery
        .all(trial, participant)
        .map(content -> DeliveryResponse.of(participant, content))
        .map(
            shown ->
                RestResponse.ResponseBuilder.ok(shown).header("Cache-Control", "no-store").build())
        .orElseThrow(() -> Problem.notFound("The trial has no deliveries to such a participant."));
  }

  private static RestResponse<SessionResponse> answer(
      RecordSession.Result result, RestResponse.Status created) {
    return switch (result) {
      case RecordSession.Recorded recorded ->
          RestResponse.status(created, SessionResponse.of(recorded.session()));
      case RecordSession.RecordedBefore recorded ->
          RestResponse.ok(SessionResponse.of(recorded.session()));
      case RecordSession.Differs differs ->
          throw Problem.conflict("session-differs", "Another record of this session stands.");
      case RecordSession.NotAllocated early -> throw notAllocated();
      case RecordSession.Erased erased -> throw erased();
      case RecordSession.Refused refused ->
          throw Problem.unprocessable(
              "session-refused", "The protocol does not allow this session.", refused.faults());
      case RecordSession.Unknown unknown ->
          throw Problem.notFound("The trial has no such participant or session.");
    };
  }

  private static Problem notAllocated() {
    return Problem.conflict("not-allocated", "No slot has been taken for the participant.");
  }

  private static Problem erased() {
    return Problem.conflict("withdrawn", "The participant withdrew and was erased.");
  }

  private static NewSession newSession(JsonReader in) {
    in.noOthers(SessionRequest.MEMBERS);
    Optional<String> id = in.text("sessionId");
    if (id.filter(text -> !isId(text)).isPresent()) {
      in.fault("sessionId", "must be a UUID");
    }
    return new NewSession(id, DeliveryReader.session(in));
  }

  private static Correction correction(JsonReader in) {
    in.noOthers(CorrectionRequest.MEMBERS);
    return new Correction(in.requiredInteger("version"), DeliveryReader.session(in));
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private static UUID sessionId(String text) {
    if (!isId(text)) {
      throw Problem.notFound("The trial has no such participant or session.");
    }
    return UUID.fromString(text);
  }
}
