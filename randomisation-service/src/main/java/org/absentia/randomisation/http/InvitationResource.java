package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.invitation.DrawOffer;
import org.absentia.randomisation.invitation.Invitation;
import org.absentia.randomisation.invitation.InvitationScheme;
import org.absentia.randomisation.invitation.Invitations;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The first of two stages: which offer a listed candidate is sent. */
@Path("/trials/{trialId}")
@Tag(name = "Invitations")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {
  /** For whom to draw. */
  @Schema(requiredProperties = "candidateId")
  public record InvitationRequest(String candidateId) {}

  /** The offer; who sends it must know it, unlike an arm. */
  public record InvitationResponse(
      String candidateId, String offer, String stratum, int slot, String leaf, Instant drawnAt) {
    static InvitationResponse of(Invitation drawn, Trial trial) {
      return new InvitationResponse(
          drawn.candidateId(),
          trial.protocol().invitation().orElseThrow().arms().get(drawn.offer()),
          drawn.stratum(),
          drawn.slot(),
          drawn.leaf().hex(),
          drawn.drawnAt());
    }
  }

  /** What was published when the trial opened. */
  public record SchemeResponse(String commitment, String merkleRoot) {
    static SchemeResponse of(InvitationScheme scheme) {
      return new SchemeResponse(scheme.commitment().hex(), scheme.merkleRoot().hex());
    }
  }

  private final DrawOffer drawOffer;
  private final Invitations invitations;
  private final TrialGate gate;

  InvitationResource(DrawOffer drawOffer, Invitations invitations, TrialGate gate) {
    this.drawOffer = drawOffer;
    this.invitations = invitations;
    this.gate = gate;
  }

  @POST
  @Path("/invitations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Draw which offer a listed candidate is sent, once")
  @APIResponse(
      responseCode = "201",
      description = "Drawn now",
      content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Drawn before",
      content = @Content(schema = @Schema(implementation = InvitationResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<InvitationResponse> draw(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = InvitationRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    String candidateId =
        Bodies.read(
            body,
            "invalid-invitation",
            in -> {
              in.noOthers("candidateId");
              return EnrolmentRequest.candidateId(in);
            });
    return switch (drawOffer.draw(trial, candidateId)) {
      case DrawOffer.Drawn now ->
          RestResponse.status(
              RestResponse.Status.CREATED, InvitationResponse.of(now.invitation(), trial));
      case DrawOffer.DrawnBefore before ->
          RestResponse.ok(InvitationResponse.of(before.invitation(), trial));
      case DrawOffer.OneStage one -> throw oneStage();
      case DrawOffer.NotListed unlisted -> throw TrialGate.candidateNotListed();
      case DrawOffer.Erased erased ->
          throw Problem.conflict("withdrawn", "The candidate's data were erased.");
      case DrawOffer.NoSlotLeft full ->
          throw Problem.conflict("no-slot-left", "The stratum has no slot left.");
    };
  }

  @GET
  @Path("/invitation-scheme")
  @Operation(summary = "Get what the first stage committed to when the trial opened")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.RECRUITER, Roles.AUDITOR})
  public SchemeResponse scheme(String trialId) {
    return invitations
        .scheme(gate.open(trialId).id())
        .map(SchemeResponse::of)
        .orElseThrow(InvitationResource::oneStage);
  }

  private static Problem oneStage() {
    return Problem.notFound("The trial draws no invitations.");
  }
}
