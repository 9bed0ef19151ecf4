package org.absentia.analysis.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.report.BoxPlot;
import org.absentia.analysis.report.Csv;
import org.absentia.analysis.report.FlowChart;
import org.absentia.analysis.run.AnalysisResult;
import org.absentia.analysis.run.Figure1;
import org.absentia.analysis.run.Figure2;
import org.absentia.analysis.run.Runs;
import org.absentia.analysis.run.Table1;
import org.absentia.analysis.run.Table3;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tables and figures of one run, each as JSON and CSV, figures as SVG too. */
@Path("/trials/{trialId}/analyses/{runId}")
@Tag(name = "analyses")
@RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
@Transactional
class TableResource {

  private static final String CSV = "text/csv";
  private static final String SVG = "image/svg+xml";

  private final TrialScope trialScope;
  private final Runs runs;
  private final Canonical canonical;

  TableResource(TrialScope trialScope, Runs runs, Canonical canonical) {
    this.trialScope = trialScope;
    this.runs = runs;
    this.canonical = canonical;
  }

  @GET
  @Path("/table-1")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Baseline characteristics by label")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Table1.class)))
  public String table1(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return canonical.write(result(trialId, runId).table1());
  }

  @GET
  @Path("/table-1")
  @Produces(CSV)
  public String table1Csv(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return Csv.of(result(trialId, runId).table1());
  }

  @GET
  @Path("/table-3")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Unadjusted comparisons of lost workdays")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Table3.class)))
  public String table3(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return canonical.write(result(trialId, runId).table3());
  }

  @GET
  @Path("/table-3")
  @Produces(CSV)
  public String table3Csv(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return Csv.of(result(trialId, runId).table3());
  }

  @GET
  @Path("/figure-1")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Flow of participants")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Figure1.class)))
  public String figure1(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return canonical.write(result(trialId, runId).figure1());
  }

  @GET
  @Path("/figure-1")
  @Produces(CSV)
  public String figure1Csv(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return Csv.of(result(trialId, runId).figure1());
  }

  @GET
  @Path("/figure-1")
  @Produces(SVG)
  public String figure1Svg(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return FlowChart.standalone(result(trialId, runId).figure1());
  }

  @GET
  @Path("/figure-2")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Distribution of lost workdays by label")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Figure2.class)))
  public String figure2(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return canonical.write(result(trialId, runId).figure2());
  }

  @GET
  @Path("/figure-2")
  @Produces(CSV)
  public String figure2Csv(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return Csv.of(result(trialId, runId).figure2());
  }

  @GET
  @Path("/figure-2")
  @Produces(SVG)
  public String figure2Svg(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    return BoxPlot.standalone(result(trialId, runId).figure2());
  }

  private AnalysisResult result(String trialId, UUID runId) {
    trialScope.require(trialId);
    return runs.find(trialId, runId)
        .map(run -> canonical.read(run.text(), AnalysisResult.class))
        .orElseThrow(() -> Problem.notFound("There is no such run in this trial."));
  }
}
