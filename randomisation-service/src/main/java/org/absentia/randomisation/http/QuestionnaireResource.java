package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.http.QuestionnaireResponse.QuestionnaireList;
import org.absentia.randomisation.http.QuestionnaireResponse.VersionList;
import org.absentia.randomisation.http.QuestionnaireResponse.VersionResponse;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.questionnaire.Questionnaire;
import org.absentia.randomisation.questionnaire.RecordQuestionnaire;
import org.absentia.randomisation.questionnaire.ShowQuestionnaires;
import org.absentia.randomisation.questionnaire.Submission;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What participants answer at each timepoint. */
@Path("/trials/{trialId}/participants/{participantId}/questionnaires")
@Tag(name = "Questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionnaireResource {
  private final RecordQuestionnaire recordQuestionnaire;
  private final ShowQuestionnaires showQuestionnaires;
  private final TrialGate gate;
  private final TimepointGate timepoints;

  QuestionnaireResource(
      RecordQuestionnaire recordQuestionnaire,
      ShowQuestionnaires showQuestionnaires,
      TrialGate gate,
      TimepointGate timepoints) {
    this.recordQuestionnaire = recordQuestionnaire;
    this.showQuestionnaires = showQuestionnaires;
    this.gate = gate;
    this.timepoints = timepoints;
  }

  @PUT
  @Path("/{timepoint}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putQuestionnaire",
      summary = "Record all answers of a timepoint; each change is a version")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = QuestionnaireResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "The latest version says the same, or the baseline was completed",
      content = @Content(schema = @Schema(implementation = QuestionnaireResponse.class)))
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER})
  public RestResponse<QuestionnaireResponse> put(
      String trialId,
      String participantId,
      String timepoint,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = QuestionnaireRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Timepoint at = timepoints.open(trial, timepoint);
    return record(
        trial, participantId, at, body, in -> QuestionnaireRequest.read(in, trial.protocol(), at));
  }

  @PUT
  @Path("/{timepoint}")
  @Consumes(FhirWriter.MEDIA_TYPE)
  @Operation(
      operationId = "putQuestionnaireResponse",
      summary = "Record all answers of a timepoint as a FHIR R5 QuestionnaireResponse")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = QuestionnaireResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "The latest version says the same, or the baseline was completed",
      content = @Content(schema = @Schema(implementation = QuestionnaireResponse.class)))
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER})
  public RestResponse<QuestionnaireResponse> putFhir(
      String trialId,
      String participantId,
      String timepoint,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = Object.class, type = SchemaType.OBJECT)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Timepoint at = timepoints.open(trial, timepoint);
    return record(trial, participantId, at, body, in -> FhirReader.read(in, trial.protocol(), at));
  }

  @GET
  @Operation(summary = "Show a participant's questionnaires, scored, with what is missing")
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER})
  public QuestionnaireList list(String trialId, String participantId) {
    Trial trial = gate.open(trialId);
    return new QuestionnaireList(
        shown(trial, TrialGate.participantId(participantId)).stream()
            .filter(shown -> timepoints.admits(shown.timepoint()))
            .map(QuestionnaireResponse::of)
            .toList());
  }

  @GET
  @Path("/{timepoint}")
  @Operation(
      operationId = "getQuestionnaire",
      summary = "Show every version of the answers at a timepoint after baseline")
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER})
  public VersionList get(String trialId, String participantId, String timepoint) {
    Trial trial = gate.open(trialId);
    Timepoint at = timepoints.open(trial, timepoint);
    return new VersionList(
        timepoint, versions(trial, participantId, at).stream().map(VersionResponse::of).toList());
  }

  @GET
  @Path("/{timepoint}")
  @Produces(FhirWriter.MEDIA_TYPE)
  @Operation(
      operationId = "getQuestionnaireResponse",
      summary = "Show the latest answers at a timepoint as a FHIR R5 QuestionnaireResponse")
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER})
  public String getFhir(String trialId, String participantId, String timepoint) {
    Trial trial = gate.open(trialId);
    Timepoint at = timepoints.open(trial, timepoint);
    List<Questionnaire> versions = versions(trial, participantId, at);
    if (versions.isEmpty()) {
      throw Problem.notFound("Nothing was answered at this timepoint.");
    }
    return FhirWriter.write(versions.getLast(), trial.protocol(), at).toString();
  }

  private RestResponse<QuestionnaireResponse> record(
      Trial trial,
      String participantId,
      Timepoint timepoint,
      byte[] body,
      Function<JsonReader, Submission> reader) {
    UUID id = TrialGate.participantId(participantId);
    Submission submission = Bodies.read(body, "invalid-questionnaire", reader);
    return switch (recordQuestionnaire.record(trial, id, timepoint, submission)) {
      case RecordQuestionnaire.Recorded recorded ->
          RestResponse.status(RestResponse.Status.CREATED, shown(trial, id, timepoint));
      case RecordQuestionnaire.RecordedBefore recorded ->
          RestResponse.ok(shown(trial, id, timepoint));
      case RecordQuestionnaire.BaselineCompleted completed ->
          RestResponse.ok(shown(trial, id, timepoint));
      case RecordQuestionnaire.BaselineLocked locked ->
          throw Problem.conflict(
              "answers-locked", "The answers are locked, since the slot depends on them.");
      case RecordQuestionnaire.ReasonMissing missing ->
          throw Problem.conflict(
              "questionnaire-differs",
              "Other answers stand; a correction says why it changes or takes back one.");
      case RecordQuestionnaire.Withdrawn withdrawn ->
          throw Problem.conflict("withdrawn", "The participant withdrew from questionnaires.");
      case RecordQuestionnaire.Refused refused ->
          throw Problem.unprocessable(
              "questionnaire-refused", "The protocol does not allow this.", refused.faults());
      case RecordQuestionnaire.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }

  private QuestionnaireResponse shown(Trial trial, UUID participantId, Timepoint timepoint) {
    return shown(trial, participantId).stream()
        .filter(shown -> shown.timepoint().equals(timepoint))
        .findFirst()
        .map(QuestionnaireResponse::of)
        .orElseThrow();
  }

  private List<ShowQuestionnaires.Shown> shown(Trial trial, UUID participantId) {
    Optional<List<ShowQuestionnaires.Shown>> shown = showQuestionnaires.show(trial, participantId);
    return shown.orElseThrow(TrialGate::unknownParticipant);
  }

  private List<Questionnaire> versions(Trial trial, String participantId, Timepoint timepoint) {
    return showQuestionnaires
        .versions(trial, TrialGate.participantId(participantId), timepoint)
        .orElseThrow(TrialGate::unknownParticipant);
  }
}
