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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.dataset.Dataset;
import org.absentia.analysis.dataset.Datasets;
import org.absentia.analysis.dataset.LockData;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.OpenDataset;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.TrialState;
import org.absentia.analysis.dataset.Trials;
import org.absentia.analysis.report.Csv;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How complete a trial's data are, and its locked datasets. */
@Path("/trials/{trialId}")
@Tag(name = "datasets", description = "Completeness, data lock, masked rows")
@Produces(MediaType.APPLICATION_JSON)
class DatasetResource {

  private final TrialScope trialScope;
  private final Trials trials;
  private final Datasets datasets;
  private final LockData lockData;
  private final OpenDataset openDataset;
  private final Canonical canonical;

  DatasetResource(
      TrialScope trialScope,
      Trials trials,
      Datasets datasets,
      LockData lockData,
      OpenDataset openDataset,
      Canonical canonical) {
    this.trialScope = trialScope;
    this.trials = trials;
    this.datasets = datasets;
    this.lockData = lockData;
    this.openDataset = openDataset;
    this.canonical = canonical;
  }

  /** How far a trial's data have come. */
  record CompletenessAnswer(
      String trialId,
      int participants,
      int withdrawn,
      int outcomesComplete,
      int outcomesAwaited,
      int baselines,
      int contacts,
      int candidateLists) {

    static CompletenessAnswer of(String trialId, TrialState.Completeness counts) {
      return new CompletenessAnswer(
          trialId,
          counts.participants(),
          counts.withdrawn(),
          counts.outcomesComplete(),
          counts.outcomesAwaited(),
          counts.baselines(),
          counts.contacts(),
          counts.candidateLists());
    }
  }

  /** A dataset; {@code lockedAt} and {@code hash} are there once its status is LOCKED. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record DatasetAnswer(
      UUID datasetId,
      String trialId,
      Dataset.Status status,
      int rows,
      Instant requestedAt,
      Optional<Instant> lockedAt,
      Optional<String> hash) {

    static DatasetAnswer of(Dataset dataset) {
      return new DatasetAnswer(
          dataset.datasetId(),
          dataset.trialId(),
          dataset.status(),
          dataset.participants(),
          dataset.requestedAt(),
          dataset.lockedAt(),
          dataset.hash());
    }
  }

  /** The masked rows, each as the text whose digest the hash covers. */
  record RowsAnswer(
      UUID datasetId,
      String hash,
      @JsonRawValue @Schema(type = SchemaType.ARRAY, implementation = Row.class) String rows) {}

  @GET
  @Path("/completeness")
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Transactional
  @Operation(
      summary = "Tell how many participants, outcomes, baseline answers and contacts have arrived")
  public CompletenessAnswer completeness(@PathParam("trialId") String trialId) {
    trialScope.require(trialId);
    TrialState state = trials.state(trialId).orElseThrow(TrialScope::unknown);
    return CompletenessAnswer.of(trialId, state.completeness());
  }

  @POST
  @Path("/datasets")
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Freeze the trial's rows and ask for their labels",
      description =
          "Refused with 409 while recruitment goes on or an outcome is to come. While a dataset waits for labels the same one is returned.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = DatasetAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "recruitment-open, outcomes-incomplete, nobody-randomised")
  public Response lock(@PathParam("trialId") String trialId) {
    trialScope.require(trialId);
    return switch (lockData.lock(trialId)) {
      case LockData.Requested requested ->
          Response.accepted(DatasetAnswer.of(requested.dataset())).build();
      case LockData.OutcomesIncomplete incomplete ->
          throw Problem.conflict(
                  "outcomes-incomplete", "Outcomes of participants are still to come.")
              .with("participants", incomplete.participants());
      case LockData.RecruitmentOpen open ->
          throw Problem.conflict("recruitment-open", "Recruitment has not ended yet.")
              .with("recruitmentEnd", open.to().toString());
      case LockData.NobodyRandomised none ->
          throw Problem.conflict("nobody-randomised", "The trial has no participant yet.");
      case LockData.UnknownTrial unknown -> throw TrialScope.unknown();
    };
  }

  @GET
  @Path("/datasets/{datasetId}")
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Tell whether a dataset is locked, and its hash")
  public DatasetAnswer dataset(
      @PathParam("trialId") String trialId, @PathParam("datasetId") UUID datasetId) {
    trialScope.require(trialId);
    return DatasetAnswer.of(find(trialId, datasetId));
  }

  @GET
  @Path("/datasets/{datasetId}/rows")
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  @Operation(summary = "Read the masked rows as JSON or CSV")
  public RowsAnswer rows(
      @PathParam("trialId") String trialId, @PathParam("datasetId") UUID datasetId) {
    MaskedDataset dataset = open(trialId, datasetId);
    return new RowsAnswer(
        datasetId,
        dataset.hash(),
        dataset.rows().stream().map(canonical::write).collect(Collectors.joining(",", "[", "]")));
  }

  @GET
  @Path("/datasets/{datasetId}/rows")
  @Produces("text/csv")
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  public String rowsAsCsv(
      @PathParam("trialId") String trialId, @PathParam("datasetId") UUID datasetId) {
    return Csv.of(open(trialId, datasetId));
  }

  private MaskedDataset open(String trialId, UUID datasetId) {
    trialScope.require(trialId);
    Dataset dataset = find(trialId, datasetId);
    return openDataset.open(trialId, datasetId).orElseThrow(() -> notLocked(dataset.status()));
  }

  private Dataset find(String trialId, UUID datasetId) {
    return datasets
        .find(trialId, datasetId)
        .orElseThrow(() -> Problem.notFound("There is no such dataset in this trial."));
  }

  static Problem notLocked(Dataset.Status status) {
    return Problem.conflict(
        "dataset-not-locked",
        switch (status) {
          case AWAITING_LABELS -> "The labels of this dataset have not all come yet.";
          case VOID -> "The participants of this dataset are not those randomised: lock again.";
          case LOCKED -> "The dataset is locked.";
        });
  }
}
