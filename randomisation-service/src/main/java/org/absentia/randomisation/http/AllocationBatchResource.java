package org.absentia.randomisation.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.trial.AllocateGroup;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Slots for a whole group: receipts in the order of the request, and never an arm. */
@Path("/trials/{trialId}/allocation-batches")
@Tag(name = "Allocations")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationBatchResource {
  private static final int LARGEST_GROUP = 200;

  /** Whom to allocate, in the order in which their eligibility is locked. */
  @Schema(requiredProperties = "participantIds")
  public record BatchRequest(List<UUID> participantIds) {}

  /**
   * What one participant got.
   *
   * @param receipt null for a refusal
   * @param refusal the reason as problems name it, null with a receipt
   */
  public record MemberResponse(
      UUID participantId,
      @JsonRawValue @Schema(implementation = AllocationResource.ReceiptResponse.class)
          @Nullable String receipt,
      @Nullable String refusal) {
    static MemberResponse of(AllocateGroup.Place place) {
      return new MemberResponse(
          place.participantId(), place.receipt().orElse(null), place.refusal().orElse(null));
    }
  }

  /** One result for each participant, in the order of the request. */
  public record BatchResponse(List<MemberResponse> results) {
    static BatchResponse of(AllocateGroup.Answered answered) {
      return new BatchResponse(answered.places().stream().map(MemberResponse::of).toList());
    }
  }

  private final AllocateGroup allocateGroup;
  private final TrialGate gate;

  AllocationBatchResource(AllocateGroup allocateGroup, TrialGate gate) {
    this.allocateGroup = allocateGroup;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take slots for a group in the order given; answers no arm",
      description = "Who cannot be randomised is named and uses up no slot; the others get theirs.")
  @APIResponse(
      responseCode = "201",
      description = "Taken now",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Answered before, for the same request",
      content = @Content(schema = @Schema(implementation = BatchResponse.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<BatchResponse> allocate(
      String trialId,
      @Parameter(required = true) @HeaderParam("Idempotency-Key") Optional<String> idempotencyKey,
      @RequestBody(content = @Content(schema = @Schema(implementation = BatchRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    String key = AllocationResource.key(idempotencyKey);
    List<UUID> ids = Bodies.read(body, "invalid-allocation", AllocationBatchResource::ids);
    return switch (allocateGroup.allocate(trial, ids, key, gate.subject())) {
      case AllocateGroup.Answered answered ->
          RestResponse.status(
              answered.before() ? RestResponse.Status.OK : RestResponse.Status.CREATED,
              BatchResponse.of(answered));
      case AllocateGroup.KeyOfAnother other ->
          throw Problem.conflict(
              "idempotency-key-used", "The Idempotency-Key was used for another group.");
    };
  }

  private static List<UUID> ids(JsonReader in) {
    in.noOthers("participantIds");
    List<JsonReader> elements = in.elements("participantIds");
    if (elements.isEmpty() || elements.size() > LARGEST_GROUP) {
      in.fault("participantIds", "names 1 to " + LARGEST_GROUP + " participants");
    }
    List<UUID> ids = new ArrayList<>();
    for (JsonReader element : elements) {
      Optional<UUID> id = id(element.node().asText());
      if (id.isEmpty() || ids.contains(id.orElseThrow())) {
        element.fault("must be a participant's id, named once");
      }
      id.ifPresent(ids::add);
    }
    return ids;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
