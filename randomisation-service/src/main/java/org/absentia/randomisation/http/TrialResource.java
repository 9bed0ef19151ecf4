package org.absentia.randomisation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.OpenTrial;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trials and what each of them committed to. */
@Path("/trials")
@Tag(name = "Trials")
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {
  /**
   * An opened trial.
   *
   * @param design absent for a caller who must not know it; all else is public
   */
  public record TrialResponse(
      String trialId,
      int version,
      String title,
      String digest,
      Instant openedAt,
      String commitment,
      Optional<String> merkleRoot,
      Trial.KeyMode keyMode,
      List<String> shareCommitments,
      String publicKey,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @JsonRawValue
          @Schema(
              type = SchemaType.OBJECT,
              description = "For statistician and auditor; absent for every other role")
          @Nullable String design) {
    static TrialResponse of(Trial trial, boolean showsDesign) {
      Protocol protocol = trial.protocol();
      return new TrialResponse(
          trial.id(),
          Trial.FIRST_VERSION,
          protocol.title(),
          protocol.digest().hex(),
          trial.openedAt(),
          trial.commitment().hex(),
          trial.merkleRoot().map(Hash::hex),
          trial.keyMode(),
          List.of(trial.shareCommitment().hex()),
          trial.publicKey(),
          showsDesign ? new String(protocol.design().canonical(), StandardCharsets.UTF_8) : null);
    }
  }

  private final OpenTrial openTrial;
  private final TrialGate gate;

  TrialResource(OpenTrial openTrial, TrialGate gate) {
    this.openTrial = openTrial;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Open a trial from its protocol document and commit to its allocations")
  @APIResponse(
      responseCode = "201",
      description = "Opened now",
      content = @Content(schema = @Schema(implementation = TrialResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Opened before, by the same document",
      content = @Content(schema = @Schema(implementation = TrialResponse.class)))
  @RolesAllowed(Roles.STATISTICIAN)
  public RestResponse<TrialResponse> open(
      @RequestBody(
              description = "A protocol of format absentia-protocol-1, see GET /protocols/mi-nav",
              content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
          byte[] body) {
    Protocol protocol = openTrial.read(JsonReader.parse(body));
    gate.require(protocol.trial());
    return switch (openTrial.open(protocol)) {
      case OpenTrial.Opened opened ->
          RestResponse.status(RestResponse.Status.CREATED, response(opened.trial()));
      case OpenTrial.OpenedBefore opened -> RestResponse.ok(response(opened.trial()));
      case OpenTrial.DiffersFromOpen differs ->
          throw Problem.conflict(
              "trial-differs", "The trial is open under another protocol document.");
    };
  }

  @GET
  @Path("/{trialId}")
  @Operation(summary = "Get a trial and what it committed to")
  @RolesAllowed({
    Roles.STATISTICIAN,
    Roles.APPROVER,
    Roles.RECRUITER,
    Roles.ALLOCATOR,
    Roles.ANALYST,
    Roles.PRIVACY_OFFICER,
    Roles.AUDITOR,
    Roles.OPERATOR
  })
  public TrialResponse get(String trialId) {
    return response(gate.open(trialId));
  }

  private TrialResponse response(Trial trial) {
    return TrialResponse.of(trial, gate.showsDesign());
  }
}
