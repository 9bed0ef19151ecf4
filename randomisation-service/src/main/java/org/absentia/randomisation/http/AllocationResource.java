package org.absentia.randomisation.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.protocol.Arm;
import org.absentia.randomisation.trial.AllocateParticipants;
import org.absentia.randomisation.trial.RequestAllocation;
import org.absentia.randomisation.trial.ShowArm;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Slots: the recruiter takes one and gets a receipt; the arm is shown to the allocator alone. */
@Path("/trials/{trialId}")
@Tag(name = "Allocations")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationResource {
  private static final String KEY = "[\\x21-\\x7e]{1,100}";

  /** Whom to allocate. */
  @Schema(requiredProperties = "participantId")
  public record AllocationRequest(UUID participantId) {}

  /** The receipt; its text is stored and repeated byte by byte. */
  public record ReceiptResponse(
      String receiptId,
      UUID participantId,
      String stratum,
      int slot,
      String leaf,
      LogResource.HeadResponse head) {}

  /**
   * The arm of a participant.
   *
   * @param padding fills the answer up, so that its length is the same for every arm of the trial
   */
  public record ArmResponse(UUID participantId, String arm, Instant allocatedAt, String padding) {
    static ArmResponse of(ShowArm.Shown shown, List<Arm> arms) {
      int longest = arms.stream().mapToInt(arm -> written(arm.name())).max().orElse(0);
      return new ArmResponse(
          shown.participantId(),
          shown.arm(),
          shown.allocatedAt(),
          "-".repeat(longest - written(shown.arm())));
    }

    /** Returns how many bytes a text takes up in a JSON document. */
    private static int written(String text) {
      return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
    }
  }

  private final RequestAllocation requestAllocation;
  private final ShowArm showArm;
  private final TrialGate gate;

  AllocationResource(RequestAllocation requestAllocation, ShowArm showArm, TrialGate gate) {
    this.requestAllocation = requestAllocation;
    this.showArm = showArm;
    this.gate = gate;
  }

  @POST
  @Path("/allocations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take the next slot of the participant's stratum, for ever; answers no arm")
  @APIResponse(
      responseCode = "201",
      description = "The slot was taken",
      content = @Content(schema = @Schema(implementation = ReceiptResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "The slot was taken before by the same request",
      content = @Content(schema = @Schema(implementation = ReceiptResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<byte[]> allocate(
      String trialId,
      @Parameter(required = true) @HeaderParam("Idempotency-Key") Optional<String> idempotencyKey,
      @RequestBody(content = @Content(schema = @Schema(implementation = AllocationRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    String key = key(idempotencyKey);
    UUID participantId =
        TrialGate.participantId(
            Bodies.read(
                body,
                "invalid-allocation",
                in -> {
                  in.noOthers("participantId");
                  return in.requiredText("participantId");
                }));
    return switch (requestAllocation.request(trial, participantId, key, gate.subject())) {
      case AllocateParticipants.Allocated allocated ->
          receipt(RestResponse.Status.CREATED, allocated.receipt());
      case AllocateParticipants.AllocatedBefore allocated ->
          receipt(RestResponse.Status.OK, allocated.receipt());
      case AllocateParticipants.Result refused -> throw refused(refused);
    };
  }

  @GET
  @Path("/participants/{participantId}/allocation")
  @Operation(summary = "Show the arm to the role that delivers it; each call is logged")
  @RolesAllowed(Roles.ALLOCATOR)
  public RestResponse<ArmResponse> arm(String trialId, String participantId) {
    Trial trial = gate.open(trialId);
    return switch (showArm.show(trial, TrialGate.participantId(participantId))) {
      case ShowArm.Shown shown ->
          RestResponse.ResponseBuilder.ok(ArmResponse.of(shown, trial.protocol().arms()))
              .header("Cache-Control", "no-store")
              .build();
      case ShowArm.NothingToShow nothing ->
          throw Problem.notFound("The trial has no allocation of such a participant.");
    };
  }

  private static RestResponse<byte[]> receipt(RestResponse.Status status, String receipt) {
    return RestResponse.status(status, receipt.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns why no slot was taken now. */
  static RuntimeException refused(AllocateParticipants.Result result) {
    return switch (result) {
      case AllocateParticipants.AlreadyAllocated already ->
          Problem.conflict(
              "already-allocated", "The participant has a slot, taken by another request.");
      case AllocateParticipants.KeyOfAnother other ->
          Problem.conflict(
              "idempotency-key-used", "The Idempotency-Key was used for another participant.");
      case AllocateParticipants.NotEligible no ->
          Problem.unprocessable("not-eligible", no.unmet().detail(), List.of())
              .with("reasonCodes", no.unmet().reasonCodes());
      case AllocateParticipants.HasWithdrawn withdrawn ->
          Problem.conflict("withdrawn", "The participant withdrew before a slot was taken.");
      case AllocateParticipants.NoSlotLeft full ->
          Problem.conflict("no-slot-left", "The stratum has no slot left.");
      case AllocateParticipants.Unknown unknown -> TrialGate.unknownParticipant();
      case AllocateParticipants.Undetermined open -> undetermined(open);
      case AllocateParticipants.Allocated done -> new IllegalStateException("not a refusal");
      case AllocateParticipants.AllocatedBefore done -> new IllegalStateException("not a refusal");
    };
  }

  private static Problem undetermined(AllocateParticipants.Undetermined open) {
    return Problem.unprocessable(
            "stratum-undetermined",
            "Answers are missing that can change the stratum.",
            open.missing())
        .with("undetermined", open.open());
  }

  static String key(Optional<String> header) {
    return header.filter(AllocationResource::isKey).orElseThrow(AllocationResource::noKey);
  }

  private static boolean isKey(String text) {
    return text.matches(KEY) && !NationalIdentifiers.in(text);
  }

  private static Problem noKey() {
    return Problem.badRequest(
        "invalid-allocation",
        "The header Idempotency-Key is missing or malformed.",
        List.of(
            new Fault(
                "",
                "the header Idempotency-Key must have 1 to 100 visible characters and hold no"
                    + " national identifier")));
  }
}
