package org.absentia.randomisation.http;

import io.quarkus.security.ForbiddenException;
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
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.approval.AnswerExternal;
import org.absentia.randomisation.trial.ShowArm;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Randomisation as OpenClinica and LibreClinica ask for it from a rule: a form with identifier,
 * siteIdentifier, user and question1, question2, ...; the answer's {@code code} is the arm.
 */
@Path("/trials/{trialId}/external/api")
@Tag(name = "External randomisation")
@Produces(MediaType.APPLICATION_JSON)
public class ExternalRandomisationResource {
  private static final int MOST_QUESTIONS = 50;

  /**
   * The arm.
   *
   * @param padding fills the answer up, so that its length is the same for every arm of the trial
   */
  public record CodeResponse(String code, String padding) {}

  private final AnswerExternal answerExternal;
  private final TrialGate gate;
  private final SecurityIdentity caller;

  ExternalRandomisationResource(
      AnswerExternal answerExternal, TrialGate gate, SecurityIdentity caller) {
    this.answerExternal = answerExternal;
    this.gate = gate;
    this.caller = caller;
  }

  @POST
  @Path("/randomise")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      summary =
          "Take a slot for another system and answer the arm; once ALLOW_EXTERNAL was approved",
      description =
          "identifier: the participantId; question1, question2, ...: levels of the stratum's factors, which must be"
              + " those that the server computed. The token carries both roles, recruiter and allocator.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<CodeResponse> randomise(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
          MultivaluedMap<String, String> form) {
    Trial trial = openToBoth(trialId);
    String identifier = form.getFirst("identifier");
    return switch (answerExternal.randomise(
        trial,
        TrialGate.participantId(identifier == null ? "" : identifier),
        levels(form),
        gate.subject())) {
      case AnswerExternal.Answered answered -> code(trial, answered.shown());
      case AnswerExternal.NotAllowed not ->
          throw Problem.conflict(
              "external-not-allowed", "Nobody proposed and approved ALLOW_EXTERNAL in this trial.");
      case AnswerExternal.StratumDiffers differs ->
          throw Problem.conflict(
              "stratum-differs", "The server computed another stratum from the locked answers.");
      case AnswerExternal.NotAllocated not -> throw AllocationResource.refused(not.reason());
    };
  }

  @GET
  @Path("/randomisation")
  @Operation(summary = "Find the arm of a participant who has a slot; each look is logged")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CodeResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<CodeResponse> find(
      String trialId, @QueryParam("identifier") @DefaultValue("") String identifier) {
    Trial trial = openToBoth(trialId);
    return code(
        trial,
        answerExternal
            .find(trial, TrialGate.participantId(identifier))
            .orElseThrow(TrialGate::unknownParticipant));
  }

  // it asks as a recruiter does and reads as an allocator does
  private Trial openToBoth(String trialId) {
    if (!caller.hasRole(Roles.ALLOCATOR)) {
      throw new ForbiddenException();
    }
    return gate.open(trialId);
  }

  private static RestResponse<CodeResponse> code(Trial trial, ShowArm.Shown shown) {
    AllocationResource.ArmResponse arm =
        AllocationResource.ArmResponse.of(shown, trial.protocol().arms());
    return RestResponse.ResponseBuilder.ok(new CodeResponse(arm.arm(), arm.padding()))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static List<String> levels(MultivaluedMap<String, String> form) {
    List<String> levels = new ArrayList<>();
    for (int number = 1; number <= MOST_QUESTIONS; number++) {
      String level = form.getFirst("question" + number);
      if (level == null) {
        break;
      }
      levels.add(level);
    }
    return levels;
  }
}
