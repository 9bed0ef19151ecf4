package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.trial.ImportList;
import org.absentia.randomisation.trial.ImportedLists;
import org.absentia.randomisation.trial.SealedList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The statistician's own list, which two persons put in before the trial opens. */
@Path("/trials/{trialId}/imported-list")
@Tag(name = "Imported list")
@Produces(MediaType.APPLICATION_JSON)
public class ImportedListResource {
  /** Rows by stratum, each a list of arms by name. */
  @Schema(requiredProperties = "rows")
  public record ListRequest(
      @Schema(implementation = Object.class, type = SchemaType.OBJECT) JsonNode rows) {}

  /** The list that the second person saw. */
  @Schema(requiredProperties = "listId")
  public record ApprovalRequest(UUID listId) {}

  /** What is known of a list; it never shows a row. */
  public record ListResponse(UUID listId, int rows, Instant importedAt, boolean approved) {
    static ListResponse of(SealedList list) {
      return new ListResponse(
          list.listId(), list.rows(), list.importedAt(), list.approval().isPresent());
    }
  }

  private final ImportList importList;
  private final ImportedLists lists;
  private final TrialGate gate;

  ImportedListResource(ImportList importList, ImportedLists lists, TrialGate gate) {
    this.importList = importList;
    this.lists = lists;
    this.gate = gate;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Import the whole list of an announced trial, sealed row by row",
      description = "Another list takes its place until an approver approves one.")
  @RolesAllowed(Roles.STATISTICIAN)
  public ListResponse load(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ListRequest.class)))
          byte[] body) {
    Design design = gate.announced(trialId).protocol().design();
    Map<String, List<Integer>> rows =
        Bodies.read(
            body,
            "invalid-list",
            in -> {
              in.noOthers("rows");
              return rows(in.requiredObject("rows"), design);
            });
    return switch (importList.load(trialId, rows, gate.subject())) {
      case ImportList.Imported imported -> ListResponse.of(imported.list());
      case ImportList.Result refused -> throw refused(refused);
    };
  }

  @GET
  @Operation(summary = "Get what is known of the list, which is never a row")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.AUDITOR})
  public ListResponse get(String trialId) {
    gate.require(trialId);
    return lists.find(trialId).map(ListResponse::of).orElseThrow(TrialScope::unknown);
  }

  @POST
  @Path("/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Approve the list as the second person, which opens the trial")
  @RolesAllowed(Roles.APPROVER)
  public RestResponse<TrialResource.TrialResponse> approve(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ApprovalRequest.class)))
          byte[] body) {
    gate.require(trialId);
    UUID listId =
        Bodies.read(
            body,
            "invalid-approval",
            in -> {
              in.noOthers("listId");
              return uuid(in, "listId");
            });
    return switch (importList.approve(trialId, listId, gate.subject())) {
      case ImportList.Opened opened ->
          RestResponse.status(
              RestResponse.Status.CREATED,
              TrialResource.TrialResponse.of(opened.trial(), gate.showsDesign()));
      case ImportList.Result refused -> throw refused(refused);
    };
  }

  private static Map<String, List<Integer>> rows(JsonReader in, Design design) {
    in.noOthers(design.strata().toArray(String[]::new));
    int slots = design.slotsPerStratum().orElse(0);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (String stratum : design.strata()) {
      List<Integer> arms = new ArrayList<>();
      for (JsonReader row : in.elements(stratum)) {
        int arm = design.arms().indexOf(row.node().asText());
        if (arm < 0) {
          row.fault("must be an arm of the trial");
        }
        arms.add(arm);
      }
      if (arms.size() != slots) {
        in.fault(stratum, "must have one row for each of the " + slots + " slots");
      }
      rows.put(stratum, arms);
    }
    return rows;
  }

  static UUID uuid(JsonReader in, String name) {
    String text = in.requiredText(name);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      if (!text.isEmpty()) {
        in.fault(name, "must be a UUID");
      }
      return new UUID(0, 0);
    }
  }

  private static RuntimeException refused(ImportList.Result result) {
    return switch (result) {
      case ImportList.SamePerson same ->
          Problem.conflict("same-person", "Nobody approves a list that he or she imported.");
      case ImportList.AnotherList other ->
          Problem.conflict("list-replaced", "The trial waits for another list than this one.");
      case ImportList.NotAwaited not -> TrialScope.unknown();
      case ImportList.Imported done -> new IllegalStateException("not a refusal");
      case ImportList.Opened done -> new IllegalStateException("not a refusal");
    };
  }
}
