package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.JudgeAtLock;
import org.absentia.randomisation.conduct.Judgement;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Eligibility as judged once more before the slot. */
@Path("/trials/{trialId}/participants/{participantId}/eligibility-judgements")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class EligibilityResource {
  /** A judgement as the recruiter reports it; reasons when the participant is not eligible. */
  @Schema(requiredProperties = {"eligible", "judgedOn"})
  public record JudgementRequest(boolean eligible, List<String> reasonCodes, LocalDate judgedOn) {
    static JudgementRequest read(JsonReader in) {
      in.noOthers("eligible", "reasonCodes", "judgedOn");
      if (!in.has("eligible")) {
        in.fault("eligible", "is missing");
      }
      boolean eligible = in.bool("eligible", true);
      List<String> codes = Reasons.codes(in);
      if (in.has("eligible") && eligible != codes.isEmpty()) {
        in.fault("reasonCodes", "says why, when the participant is not eligible, and only then");
      }
      return new JudgementRequest(eligible, codes, in.requiredDate("judgedOn"));
    }
  }

  /** A recorded judgement. */
  public record JudgementResponse(
      UUID judgementId,
      UUID participantId,
      boolean eligible,
      List<String> reasonCodes,
      LocalDate judgedOn,
      Instant recordedAt) {
    static JudgementResponse of(Judgement judgement) {
      return new JudgementResponse(
          judgement.id(),
          judgement.participantId(),
          judgement.eligible(),
          judgement.reasonCodes(),
          judgement.judgedOn(),
          judgement.recordedAt());
    }
  }

  private final JudgeAtLock judgeAtLock;
  private final TrialGate gate;

  EligibilityResource(JudgeAtLock judgeAtLock, TrialGate gate) {
    this.judgeAtLock = judgeAtLock;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Judge eligibility once more before the slot; who is not eligible takes none")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = JudgementResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before",
      content = @Content(schema = @Schema(implementation = JudgementResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<JudgementResponse> judge(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = JudgementRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    JudgementRequest request = Bodies.read(body, "invalid-judgement", JudgementRequest::read);
    return switch (judgeAtLock.judge(trial, id, request.reasonCodes(), request.judgedOn())) {
      case JudgeAtLock.Judged judged ->
          RestResponse.status(
              RestResponse.Status.CREATED, JudgementResponse.of(judged.judgement()));
      case JudgeAtLock.JudgedBefore judged ->
          RestResponse.ok(JudgementResponse.of(judged.judgement()));
      case JudgeAtLock.Locked locked ->
          throw Problem.conflict(
              "eligibility-locked", "The eligibility was locked when the slot was taken.");
      case JudgeAtLock.Refused refused ->
          throw Problem.unprocessable(
              "judgement-refused", "The protocol does not allow this judgement.", refused.faults());
      case JudgeAtLock.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }
}
