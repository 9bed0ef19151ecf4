package org.absentia.analysis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.analysis.dataset.Dataset;
import org.absentia.analysis.dataset.Datasets;
import org.absentia.analysis.dataset.Unmasked;
import org.absentia.analysis.dataset.Unmasking;
import org.absentia.analysis.dataset.Unmaskings;
import org.absentia.analysis.dataset.Withdrawal;
import org.absentia.analysis.run.ConcludeRun;
import org.absentia.analysis.run.FinalResult;
import org.absentia.analysis.run.FinalRun;
import org.absentia.analysis.run.FinalRuns;
import org.absentia.analysis.run.NamedArm;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What may be known once two persons unmasked a dataset. */
@Path("/trials/{trialId}")
@Tag(name = "unmasked", description = "Arms, their columns and final results")
@Produces(MediaType.APPLICATION_JSON)
class UnmaskingResource {

  private final TrialScope trialScope;
  private final Datasets datasets;
  private final Unmaskings unmaskings;
  private final ConcludeRun concludeRun;
  private final FinalRuns finalRuns;

  UnmaskingResource(
      TrialScope trialScope,
      Datasets datasets,
      Unmaskings unmaskings,
      ConcludeRun concludeRun,
      FinalRuns finalRuns) {
    this.trialScope = trialScope;
    this.datasets = datasets;
    this.unmaskings = unmaskings;
    this.concludeRun = concludeRun;
    this.finalRuns = finalRuns;
  }

  /** The arm that each letter stands for, and a row's columns by the id of the masked row. */
  record UnmaskedAnswer(UUID datasetId, List<NamedArm> arms, List<UnmaskedRow> rows) {
    static UnmaskedAnswer of(UUID datasetId, Unmasking unmasking) {
      return new UnmaskedAnswer(
          datasetId,
          unmasking.arms().entrySet().stream()
              .map(e -> new NamedArm(e.getKey(), e.getValue().name(), e.getValue().label()))
              .toList(),
          unmasking.entries().entrySet().stream()
              .sorted(Map.Entry.comparingByKey(Comparator.comparing(UUID::toString)))
              .map(e -> UnmaskedRow.of(e.getKey(), e.getValue(), unmasking))
              .toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record UnmaskedRow(
      UUID row,
      String label,
      String arm,
      Optional<Integer> epoch,
      Optional<Double> allocationProbability,
      Unmasked.Answer received,
      Unmasked.Adherence adherence,
      Unmasked.Answer perProtocol,
      Optional<Withdrawal.Level> withdrawn) {
    static UnmaskedRow of(UUID row, Unmasking.Entry entry, Unmasking unmasking) {
      Unmasked.Columns columns = entry.columns();
      return new UnmaskedRow(
          row,
          entry.label(),
          Optional.ofNullable(unmasking.arms().get(entry.label())).orElseThrow().name(),
          columns.epoch(),
          columns.allocationProbability(),
          columns.received(),
          columns.adherence(),
          columns.perProtocol(),
          entry.furthest());
    }
  }

  /** A final result; {@code result} is the very text whose SHA-256 is {@code resultHash}. */
  record FinalRunAnswer(
      UUID runId,
      String trialId,
      UUID datasetId,
      Instant completedAt,
      String resultHash,
      @JsonRawValue @Schema(implementation = FinalResult.class) String result) {
    static FinalRunAnswer of(FinalRun run) {
      return new FinalRunAnswer(
          run.runId(),
          run.trialId(),
          run.datasetId(),
          run.completedAt(),
          run.resultHash(),
          run.text());
    }
  }

  @GET
  @Path("/datasets/{datasetId}/unmasking")
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  @Operation(summary = "Read the arms of an unmasked dataset, and by row what would tell them")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UnmaskedAnswer.class)))
  @APIResponse(responseCode = "409", description = "dataset-masked")
  public UnmaskedAnswer unmasking(
      @PathParam("trialId") String trialId, @PathParam("datasetId") UUID datasetId) {
    trialScope.require(trialId);
    Dataset dataset =
        datasets
            .find(trialId, datasetId)
            .orElseThrow(() -> Problem.notFound("There is no such dataset in this trial."));
    return unmaskings
        .find(dataset.datasetId())
        .map(unmasking -> UnmaskedAnswer.of(datasetId, unmasking))
        .orElseThrow(UnmaskingResource::masked);
  }

  @POST
  @Path("/analyses/{runId}/final-result")
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Add to a masked run what the unmasking of its dataset allows",
      description = "The masked run stays as it is; once computed the same is returned with 200.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = FinalRunAnswer.class)))
  @APIResponse(responseCode = "409", description = "dataset-masked")
  public Response conclude(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    trialScope.require(trialId);
    return switch (concludeRun.conclude(trialId, runId)) {
      case ConcludeRun.Concluded concluded ->
          Response.status(Response.Status.CREATED)
              .entity(FinalRunAnswer.of(concluded.run()))
              .build();
      case ConcludeRun.ConcludedBefore before ->
          Response.ok(FinalRunAnswer.of(before.run())).build();
      case ConcludeRun.StillMasked masked -> throw masked();
      case ConcludeRun.UnknownRun unknown ->
          throw Problem.notFound("There is no such run in this trial.");
    };
  }

  @GET
  @Path("/analyses/{runId}/final-result")
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Read what unmasking added to a run")
  public FinalRunAnswer read(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    trialScope.require(trialId);
    return FinalRunAnswer.of(
        finalRuns
            .find(trialId, runId)
            .orElseThrow(() -> Problem.notFound("This run of the trial has no final result.")));
  }

  private static Problem masked() {
    return Problem.conflict(
        "dataset-masked", "Two persons have not unmasked this dataset, or not all has arrived.");
  }
}
