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
import org.absentia.randomisation.conduct.AssessCandidate;
import org.absentia.randomisation.conduct.TeamAssessment;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a team finds when it assesses candidates. */
@Path("/trials/{trialId}/assessments")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {
  /** An assessment as the recruiter reports it. */
  @Schema(requiredProperties = {"candidateId", "outcome", "assessedOn"})
  public record AssessmentRequest(
      String candidateId,
      TeamAssessment.Outcome outcome,
      List<String> reasonCodes,
      List<String> reasons,
      LocalDate assessedOn) {
    static AssessCandidate.Finding read(JsonReader in) {
      in.noOthers("candidateId", "outcome", "reasonCodes", "reasons", "assessedOn");
      return new AssessCandidate.Finding(
          EnrolmentRequest.candidateId(in),
          in.requiredChoice("outcome", TeamAssessment.Outcome.class),
          Reasons.codes(in),
          Reasons.texts(in),
          in.requiredDate("assessedOn"));
    }
  }

  /** A recorded assessment. */
  public record AssessmentResponse(
      UUID assessmentId,
      String trialId,
      String candidateId,
      TeamAssessment.Outcome outcome,
      List<String> reasonCodes,
      List<String> reasons,
      LocalDate assessedOn,
      Instant recordedAt) {
    static AssessmentResponse of(TeamAssessment assessment) {
      return new AssessmentResponse(
          assessment.id(),
          assessment.trialId(),
          assessment.candidateId(),
          assessment.outcome(),
          assessment.reasonCodes(),
          assessment.reasons(),
          assessment.assessedOn(),
          assessment.recordedAt());
    }
  }

  private final AssessCandidate assessCandidate;
  private final TrialGate gate;

  AssessmentResource(AssessCandidate assessCandidate, TrialGate gate) {
    this.assessCandidate = assessCandidate;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Record a team's assessment of a candidate; the last one counts")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before",
      content = @Content(schema = @Schema(implementation = AssessmentResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<AssessmentResponse> post(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = AssessmentRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    AssessCandidate.Finding finding =
        Bodies.read(body, "invalid-assessment", AssessmentRequest::read);
    return switch (assessCandidate.assess(trial, finding)) {
      case AssessCandidate.Recorded recorded ->
          RestResponse.status(
              RestResponse.Status.CREATED, AssessmentResponse.of(recorded.assessment()));
      case AssessCandidate.RecordedBefore recorded ->
          RestResponse.ok(AssessmentResponse.of(recorded.assessment()));
      case AssessCandidate.NotListed unlisted -> throw TrialGate.candidateNotListed();
      case AssessCandidate.Refused refused ->
          throw Problem.unprocessable(
              "assessment-refused",
              "The protocol does not allow this assessment.",
              refused.faults());
    };
  }
}
