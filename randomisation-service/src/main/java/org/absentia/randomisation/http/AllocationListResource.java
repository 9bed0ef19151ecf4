package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.approval.ShowExportedList;
import org.absentia.randomisation.files.RedcapCoding;
import org.absentia.randomisation.files.RedcapTable;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A list of arms for REDCap, which two persons let out. */
@Path("/trials/{trialId}/proposals/{proposalId}/allocation-table")
@Tag(name = "Proposals")
public class AllocationListResource {
  private static final String CSV = "text/csv";

  private final ShowExportedList showExportedList;
  private final TrialGate gate;

  AllocationListResource(ShowExportedList showExportedList, TrialGate gate) {
    this.showExportedList = showExportedList;
    this.gate = gate;
  }

  @GET
  @Produces(CSV)
  @Operation(
      summary = "Get an exported list as REDCap's allocation table, for the person who proposed it",
      description =
          "Arms are coded 1, 2, ... in the design's order, levels 1, 2, ... as they first stand in its strata. stratumField"
              + " names a field that stratifies, once for each factor; groupField the randomisation field, for REDCap"
              + " before 14.7. Each look is logged.")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  @RolesAllowed(Roles.STATISTICIAN)
  public RestResponse<String> table(
      String trialId,
      String proposalId,
      @QueryParam("groupField") Optional<String> groupField,
      @QueryParam("stratumField") List<String> stratumFields) {
    Trial trial = gate.open(trialId);
    RedcapCoding coding = coding(trial.protocol().design(), groupField, stratumFields);
    List<RedcapTable.Slot> rows =
        showExportedList
            .show(trial, TrialGate.id(proposalId, AllocationListResource::unknown), gate.subject())
            .orElseThrow(AllocationListResource::unknown)
            .stream()
            .map(row -> new RedcapTable.Slot(row.stratum(), row.slot(), row.arm()))
            .toList();
    return RestResponse.ResponseBuilder.ok(RedcapTable.write(rows, coding), CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"allocation-table.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static RedcapCoding coding(
      Design design, Optional<String> groupField, List<String> stratumFields) {
    List<Fault> faults = new ArrayList<>();
    if (groupField.filter(name -> !RedcapTable.isField(name)).isPresent()) {
      faults.add(new Fault("", "groupField must be a field's name: small letters, digits, _"));
    }
    if (!stratumFields.stream().allMatch(RedcapTable::isField)
        || stratumFields.stream().distinct().count() != stratumFields.size()) {
      faults.add(new Fault("", "stratumField must be names of fields, each once"));
    }
    int factors = RedcapCoding.factors(design);
    if (!stratumFields.isEmpty() && stratumFields.size() != factors) {
      faults.add(
          new Fault("", "stratumField must be given once for each of %d".formatted(factors)));
    }
    if (!faults.isEmpty()) {
      throw Problem.badRequest("invalid-allocation-table", "The request has faults.", faults);
    }
    return RedcapCoding.of(design, groupField, stratumFields);
  }

  private static Problem unknown() {
    return Problem.notFound("The trial has no such list.");
  }
}
