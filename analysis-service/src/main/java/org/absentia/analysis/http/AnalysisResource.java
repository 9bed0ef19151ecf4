package org.absentia.analysis.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.absentia.analysis.run.AnalysisResult;
import org.absentia.analysis.run.Run;
import org.absentia.analysis.run.RunAnalysis;
import org.absentia.analysis.run.Runs;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs of the planned analyses. */
@Path("/trials/{trialId}/analyses")
@Tag(name = "analyses", description = "Runs of the planned analyses on locked data")
@Produces(MediaType.APPLICATION_JSON)
class AnalysisResource {

  private static final long DEFAULT_SEED = 1;

  private final TrialScope trialScope;
  private final RunAnalysis runAnalysis;
  private final Runs runs;

  AnalysisResource(TrialScope trialScope, RunAnalysis runAnalysis, Runs runs) {
    this.trialScope = trialScope;
    this.runAnalysis = runAnalysis;
    this.runs = runs;
  }

  /** Which dataset to analyse; the seed (default 1) decides every random number. */
  record AnalysisRequest(UUID datasetId, Long seed) {

    static AnalysisRequest read(byte[] body) {
      Faults faults = new Faults();
      JsonReader in = JsonReader.of(JsonReader.parse(body), faults);
      in.noOthers("datasetId", "seed");
      UUID datasetId = new UUID(0, 0);
      try {
        String text = in.requiredText("datasetId");
        datasetId = text.isEmpty() ? datasetId : UUID.fromString(text);
      } catch (IllegalArgumentException malformed) {
        in.fault("datasetId", "must be a UUID");
      }
      long seed = in.longInteger("seed").orElse(DEFAULT_SEED);
      faults.throwIfAny("malformed-analysis", "The analysis request has faults.");
      return new AnalysisRequest(datasetId, seed);
    }
  }

  /** A run; {@code result} is the very text whose SHA-256 is {@code resultHash}. */
  record RunAnswer(
      UUID runId,
      String trialId,
      UUID datasetId,
      long seed,
      Instant completedAt,
      String resultHash,
      @JsonRawValue @Schema(implementation = AnalysisResult.class) String result) {

    static RunAnswer of(Run run) {
      return new RunAnswer(
          run.runId(),
          run.trialId(),
          run.datasetId(),
          run.seed(),
          run.completedAt(),
          run.resultHash(),
          run.text());
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Run the planned analyses on a locked dataset",
      description =
          "The same dataset and seed give the same bytes; the run is then returned with 200.")
  @RequestBody(content = @Content(schema = @Schema(implementation = AnalysisRequest.class)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RunAnswer.class)))
  @APIResponse(responseCode = "409", description = "dataset-not-locked")
  public Response run(@PathParam("trialId") String trialId, byte[] body) {
    trialScope.require(trialId);
    AnalysisRequest request = AnalysisRequest.read(body);
    return switch (runAnalysis.run(trialId, request.datasetId(), request.seed())) {
      case RunAnalysis.Completed completed ->
          Response.status(Response.Status.CREATED).entity(RunAnswer.of(completed.run())).build();
      case RunAnalysis.AlreadyCompleted before -> Response.ok(RunAnswer.of(before.run())).build();
      case RunAnalysis.NotLocked notLocked -> throw DatasetResource.notLocked(notLocked.status());
      case RunAnalysis.UnknownDataset unknown ->
          throw Problem.notFound("There is no such dataset in this trial.");
    };
  }

  @GET
  @Path("/{runId}")
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Read a run with all its tables and figures")
  public RunAnswer read(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    trialScope.require(trialId);
    return RunAnswer.of(
        runs.find(trialId, runId)
            .orElseThrow(() -> Problem.notFound("There is no such run in this trial.")));
  }
}
