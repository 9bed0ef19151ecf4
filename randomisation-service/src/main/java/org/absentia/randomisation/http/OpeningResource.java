package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.absentia.randomisation.conduct.OpenByTwo;
import org.absentia.randomisation.conduct.ProposedTrial;
import org.absentia.randomisation.conduct.ProposedTrials;
import org.absentia.randomisation.trial.OpenTrial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second person's approval of a trial's first protocol. */
@Path("/trials/{trialId}/opening")
@Tag(name = "Trials")
@Produces(MediaType.APPLICATION_JSON)
public class OpeningResource {
  /**
   * A first protocol and what the second person made of it.
   *
   * @param approved null while it waits
   */
  public record OpeningResponse(
      UUID openingId,
      String trialId,
      String title,
      String digest,
      String proposedBy,
      Instant proposedAt,
      Optional<Boolean> approved,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt) {
    static OpeningResponse of(ProposedTrial trial) {
      return new OpeningResponse(
          trial.id(),
          trial.protocol().trial(),
          trial.protocol().title(),
          trial.protocol().digest().hex(),
          trial.proposedBy(),
          trial.proposedAt(),
          trial.decision().map(ProposedTrial.Decision::approved),
          trial.decision().map(ProposedTrial.Decision::decidedBy),
          trial.decision().map(ProposedTrial.Decision::decidedAt));
    }
  }

  private final OpenByTwo openByTwo;
  private final ProposedTrials proposed;
  private final TrialGate gate;

  OpeningResource(OpenByTwo openByTwo, ProposedTrials proposed, TrialGate gate) {
    this.openByTwo = openByTwo;
    this.proposed = proposed;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "Get the proposed opening of a trial whose protocol needs two persons")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.AUDITOR})
  public OpeningResponse get(String trialId) {
    gate.require(trialId);
    return proposed.last(trialId).map(OpeningResponse::of).orElseThrow(TrialScope::unknown);
  }

  @POST
  @Path("/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Approve or reject the opening as the second person; an approved trial opens at once")
  @RolesAllowed(Roles.APPROVER)
  public OpeningResponse decide(
      String trialId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = ProposalResource.DecisionRequest.class)))
          byte[] body) {
    gate.require(trialId);
    boolean approved = Bodies.read(body, "invalid-decision", ProposalResource::decision);
    return switch (openByTwo.decide(trialId, approved, gate.subject())) {
      case OpenByTwo.Opening opening -> opened(trialId, opening.result());
      case OpenByTwo.Rejected rejected -> OpeningResponse.of(rejected.trial());
      case OpenByTwo.SamePerson same ->
          throw Problem.conflict("same-person", "The second person must be another one.");
      case OpenByTwo.NothingWaits nothing ->
          throw Problem.notFound("No protocol of this trial waits for a second person.");
      case OpenByTwo.Waiting waiting -> OpeningResponse.of(waiting.trial());
      case OpenByTwo.AnotherWaits another -> throw TrialResource.anotherWaits();
    };
  }

  private OpeningResponse opened(String trialId, OpenTrial.Result result) {
    return switch (result) {
      case OpenTrial.Opened opened -> get(trialId);
      case OpenTrial.OpenedBefore opened -> get(trialId);
      case OpenTrial.Announced announced -> get(trialId);
      case OpenTrial.DiffersFromOpen differs -> throw TrialResource.differs();
    };
  }
}
