package org.absentia.randomisation.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.contingency.ContingencyPack;
import org.absentia.randomisation.contingency.ContingencyPacks;
import org.absentia.randomisation.contingency.ReturnPack;
import org.absentia.randomisation.contingency.ShowPackKey;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sealed next slots for the time when the system fails; two persons agree on making a pack. */
@Path("/trials/{trialId}/contingency-packs")
@Tag(name = "Contingency")
@Produces(MediaType.APPLICATION_JSON)
public class ContingencyPackResource {
  /**
   * A pack: from these slots on concealment rests, or rested, with its holder.
   *
   * @param returnedAt when every slot of it was taken or void; null while it is out
   */
  public record PackResponse(
      UUID packId,
      List<ContingencyPack.Range> slots,
      Instant madeAt,
      Optional<Instant> keyShownAt,
      Optional<Instant> returnedAt) {
    static PackResponse of(ContingencyPack pack) {
      return new PackResponse(
          pack.id(), pack.ranges(), pack.madeAt(), pack.keyShownAt(), pack.returnedAt());
    }
  }

  /** The break-glass key, as 64 hex digits. */
  public record KeyResponse(String key) {}

  /** A slot that was opened and for whom. */
  @Schema(requiredProperties = {"stratum", "slot", "participantId"})
  public record OpenedSlot(String stratum, int slot, UUID participantId) {}

  /** The slots that were opened; all others of the pack become void. */
  @Schema(requiredProperties = "opened")
  public record ReturnRequest(List<OpenedSlot> opened) {}

  /** The receipts of the slots taken, and how many became void. */
  public record ReturnResponse(
      @JsonRawValue
          @Schema(
              type = SchemaType.ARRAY,
              implementation = AllocationResource.ReceiptResponse.class)
          String receipts,
      int voided) {}

  private final ContingencyPacks packs;
  private final ShowPackKey showPackKey;
  private final ReturnPack returnPack;
  private final TrialGate gate;

  ContingencyPackResource(
      ContingencyPacks packs, ShowPackKey showPackKey, ReturnPack returnPack, TrialGate gate) {
    this.packs = packs;
    this.showPackKey = showPackKey;
    this.returnPack = returnPack;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "List the packs, and from which slots on concealment rests with a holder")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.ALLOCATOR, Roles.AUDITOR})
  public List<PackResponse> list(String trialId) {
    Trial trial = gate.open(trialId);
    return packs.ofTrial(trial.id()).stream().map(PackResponse::of).toList();
  }

  @GET
  @Path("/{packId}/file")
  @Operation(summary = "Get the file of sealed slots, which opens offline with the pack's key")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @RolesAllowed(Roles.ALLOCATOR)
  public RestResponse<String> file(String trialId, String packId) {
    Trial trial = gate.open(trialId);
    UUID id = id(packId);
    return packs.ofTrial(trial.id()).stream()
        .filter(pack -> pack.id().equals(id))
        .map(
            pack ->
                RestResponse.ResponseBuilder.ok(pack.file())
                    .header("Cache-Control", "no-store")
                    .build())
        .findFirst()
        .orElseThrow(ContingencyPackResource::unknown);
  }

  @POST
  @Path("/{packId}/key")
  @Operation(summary = "Show the pack's key to its holder, once; logged")
  @RolesAllowed(Roles.ALLOCATOR)
  public RestResponse<KeyResponse> key(String trialId, String packId) {
    Trial trial = gate.open(trialId);
    return switch (showPackKey.show(trial, id(packId))) {
      case ShowPackKey.Shown shown ->
          RestResponse.ResponseBuilder.ok(new KeyResponse(shown.key().hex()))
              .header("Cache-Control", "no-store")
              .build();
      case ShowPackKey.ShownBefore before ->
          throw Problem.conflict("key-shown", "The key of this pack was shown before.");
      case ShowPackKey.Unknown none -> throw unknown();
    };
  }

  @POST
  @Path("/{packId}/reconciliation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Bring a pack back: opened slots become allocations, the others void")
  @RolesAllowed(Roles.ALLOCATOR)
  public ReturnResponse bringBack(
      String trialId,
      String packId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReturnRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    List<ReturnPack.Opened> opened =
        Bodies.read(body, "invalid-return", ContingencyPackResource::read);
    return switch (returnPack.bringBack(trial, id(packId), opened)) {
      case ReturnPack.Returned done ->
          new ReturnResponse("[" + String.join(",", done.receipts()) + "]", done.voided());
      case ReturnPack.Refused refused -> throw refused(refused.faults());
      case ReturnPack.ReturnedBefore before ->
          throw Problem.conflict("pack-returned", "The pack came back before.");
      case ReturnPack.Unknown none -> throw unknown();
    };
  }

  private static List<ReturnPack.Opened> read(JsonReader in) {
    in.noOthers("opened");
    if (!in.has("opened")) {
      in.fault("opened", "is missing");
    }
    return in.objects("opened").stream().map(ContingencyPackResource::opened).toList();
  }

  private static ReturnPack.Opened opened(JsonReader in) {
    in.noOthers("stratum", "slot", "participantId");
    if (!in.has("slot")) {
      in.fault("slot", "is missing");
    }
    String participant = in.requiredText("participantId");
    UUID id = new UUID(0, 0);
    try {
      id = UUID.fromString(participant);
    } catch (IllegalArgumentException malformed) {
      in.fault("participantId", "must be a UUID");
    }
    return new ReturnPack.Opened(in.requiredText("stratum"), in.integer("slot").orElse(0), id);
  }

  private static Problem refused(List<ReturnPack.Fault> faults) {
    return Problem.unprocessable(
        "return-refused",
        "Slots were opened that cannot be recorded; nothing was changed.",
        faults.stream()
            .map(
                fault ->
                    new Fault("/opened/" + fault.place() + "/" + fault.member(), fault.detail()))
            .toList());
  }

  private static UUID id(String text) {
    return TrialGate.id(text, ContingencyPackResource::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound("The trial has no such contingency pack.");
  }
}
