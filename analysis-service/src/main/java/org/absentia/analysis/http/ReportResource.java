package org.absentia.analysis.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.absentia.analysis.dataset.Canonical;
import org.absentia.analysis.report.ReportPage;
import org.absentia.analysis.run.AnalysisResult;
import org.absentia.analysis.run.FinalResult;
import org.absentia.analysis.run.FinalRun;
import org.absentia.analysis.run.FinalRuns;
import org.absentia.analysis.run.Run;
import org.absentia.analysis.run.Runs;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The report of a run as a page for people. */
@Path("/reports/{trialId}/{runId}")
@Tag(name = "report")
class ReportResource {

  /** Nothing from outside, no script: only the page's own style. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final TrialScope trialScope;
  private final Runs runs;
  private final FinalRuns finalRuns;
  private final Canonical canonical;

  ReportResource(TrialScope trialScope, Runs runs, FinalRuns finalRuns, Canonical canonical) {
    this.trialScope = trialScope;
    this.runs = runs;
    this.finalRuns = finalRuns;
    this.canonical = canonical;
  }

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance report(ReportPage page);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "The report of a run; a browser without token is sent to the login")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
  public Response report(@PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    trialScope.require(trialId);
    Run run =
        runs.find(trialId, runId)
            .orElseThrow(() -> Problem.notFound("There is no such run in this trial."));
    return page(ReportPage.of(run, canonical.read(run.text(), AnalysisResult.class)));
  }

  @GET
  @Path("/final")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "The report of a run with the names of the arms, once it has a final result")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
  public Response finalReport(
      @PathParam("trialId") String trialId, @PathParam("runId") UUID runId) {
    trialScope.require(trialId);
    FinalRun concluded =
        finalRuns
            .find(trialId, runId)
            .orElseThrow(() -> Problem.notFound("This run of the trial has no final result."));
    Run run = runs.find(trialId, runId).orElseThrow();
    return page(
        ReportPage.of(
            run,
            canonical.read(run.text(), AnalysisResult.class),
            concluded,
            canonical.read(concluded.text(), FinalResult.class)));
  }

  private static Response page(ReportPage page) {
    return Response.ok(Templates.report(page).render())
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
