package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.report.AllocationReport;
import org.absentia.randomisation.report.DescribeRandomisation;
import org.absentia.randomisation.report.Disclosure;
import org.absentia.randomisation.report.RandomisationReport;
import org.absentia.randomisation.report.ReportAllocations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a trial tells of its randomisation. Both reports tell the design, none tells an arm. */
@Path("/trials/{trialId}")
@Tag(name = "Reports")
public class ReportResource {
  private static final String MARKDOWN = "text/markdown";

  /** How slots were used; {@code arms} stands in a stratum once the bundle was opened. */
  public record AllocationReportResponse(
      String trialId,
      Instant reportedAt,
      long logEntries,
      List<AllocationReport.StratumUse> strata,
      AllocationReport.Looks armLooks,
      List<AllocationReport.CodeBreak> codeBreaks,
      List<Disclosure> disclosures,
      List<AllocationReport.RecruiterLags> recruiters,
      List<DeviationResource.DeviationResponse> deviations) {
    static AllocationReportResponse of(AllocationReport report) {
      return new AllocationReportResponse(
          report.trialId(),
          report.reportedAt(),
          report.entries(),
          report.strata(),
          report.armLooks(),
          report.codeBreaks(),
          report.disclosures(),
          report.recruiters(),
          report.deviations().stream().map(DeviationResource.DeviationResponse::of).toList());
    }
  }

  private final ReportAllocations reportAllocations;
  private final DescribeRandomisation describeRandomisation;
  private final TrialGate gate;

  ReportResource(
      ReportAllocations reportAllocations,
      DescribeRandomisation describeRandomisation,
      TrialGate gate) {
    this.reportAllocations = reportAllocations;
    this.describeRandomisation = describeRandomisation;
    this.gate = gate;
  }

  @GET
  @Path("/allocation-report")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Report how slots were used: gaps, epochs, lags by recruiter, looks, broken codes, errors")
  @RolesAllowed(Roles.AUDITOR)
  public AllocationReportResponse allocations(String trialId) {
    return AllocationReportResponse.of(reportAllocations.report(gate.open(trialId)));
  }

  @GET
  @Path("/randomisation-report")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Report how the trial was randomised, by items 17a to 19 of CONSORT 2025")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = RandomisationReport.class)),
        @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class))
      })
  @RolesAllowed({Roles.STATISTICIAN, Roles.AUDITOR})
  public RandomisationReport randomisation(String trialId) {
    return describeRandomisation.describe(gate.open(trialId));
  }

  @GET
  @Path("/randomisation-report")
  @Produces(MARKDOWN)
  @Operation(hidden = true)
  @RolesAllowed({Roles.STATISTICIAN, Roles.AUDITOR})
  public RestResponse<String> randomisationAsText(String trialId) {
    return RestResponse.ResponseBuilder.ok(
            describeRandomisation.describe(gate.open(trialId)).markdown(),
            MARKDOWN + ";charset=UTF-8")
        .build();
  }
}
