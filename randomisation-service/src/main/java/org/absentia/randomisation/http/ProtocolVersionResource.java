package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.ProposeAmendment;
import org.absentia.randomisation.conduct.ProtocolVersion;
import org.absentia.randomisation.conduct.ProtocolVersions;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.trial.OpenTrial;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The versions of a trial's protocol. */
@Path("/trials/{trialId}/protocol-versions")
@Tag(name = "Trials")
@Produces(MediaType.APPLICATION_JSON)
public class ProtocolVersionResource {
  /**
   * A version, proposed or in force.
   *
   * @param version null until a second person approved it
   * @param proposalId the proposal to decide on; null for the first version
   */
  public record VersionResponse(
      Optional<Integer> version,
      String digest,
      Optional<String> reason,
      Optional<String> proposedBy,
      Optional<Instant> proposedAt,
      Optional<UUID> proposalId,
      Optional<Instant> inForceSince) {
    static VersionResponse of(ProtocolVersion version, Optional<UUID> proposalId) {
      return new VersionResponse(
          version.inForce().map(ProtocolVersion.InForce::version),
          version.protocol().digest().hex(),
          Optional.of(version.reason()),
          Optional.of(version.proposedBy()),
          Optional.of(version.proposedAt()),
          proposalId.or(() -> version.inForce().map(ProtocolVersion.InForce::proposalId)),
          version.inForce().map(ProtocolVersion.InForce::since));
    }

    static VersionResponse ofFirst(Trial trial) {
      return new VersionResponse(
          Optional.of(Trial.FIRST_VERSION),
          trial.protocol().digest().hex(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(trial.openedAt()));
    }
  }

  private record Request(JsonNode document, String reason) {}

  private final ProposeAmendment proposeAmendment;
  private final ProtocolVersions versions;
  private final Trials trials;
  private final OpenTrial openTrial;
  private final TrialGate gate;

  ProtocolVersionResource(
      ProposeAmendment proposeAmendment,
      ProtocolVersions versions,
      Trials trials,
      OpenTrial openTrial,
      TrialGate gate) {
    this.proposeAmendment = proposeAmendment;
    this.versions = versions;
    this.trials = trials;
    this.openTrial = openTrial;
    this.gate = gate;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, Documents.YAML})
  @Operation(
      summary = "Propose another version of the protocol; it holds once an approver decides so",
      description = "The proposal is decided like every other, see /trials/{trialId}/proposals.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = VersionResponse.class)))
  @RolesAllowed(Roles.STATISTICIAN)
  public RestResponse<VersionResponse> propose(
      String trialId,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) Optional<String> contentType,
      @RequestBody(
              description = "protocol (the whole document) and reason",
              content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Request request = read(Documents.parse(body, contentType));
    Protocol amended = openTrial.read(request.document());
    return switch (proposeAmendment.propose(trial, amended, request.reason(), gate.subject())) {
      case ProposeAmendment.Proposed proposed ->
          RestResponse.status(
              RestResponse.Status.CREATED,
              VersionResponse.of(proposed.version(), Optional.of(proposed.proposal().id())));
      case ProposeAmendment.Refused refused ->
          throw Problem.unprocessable(
              "amendment-refused", "What stands for ever cannot be amended.", refused.faults());
    };
  }

  @GET
  @Operation(summary = "List the versions of the protocol, the first one first")
  @RolesAllowed({
    Roles.STATISTICIAN,
    Roles.APPROVER,
    Roles.RECRUITER,
    Roles.ANALYST,
    Roles.PRIVACY_OFFICER,
    Roles.AUDITOR
  })
  public List<VersionResponse> list(String trialId) {
    Trial trial = gate.open(trialId);
    List<VersionResponse> all = new ArrayList<>();
    all.add(VersionResponse.ofFirst(trials.asOpened(trial.id())));
    versions.ofTrial(trial.id()).stream()
        .map(version -> VersionResponse.of(version, Optional.empty()))
        .forEach(all::add);
    return all;
  }

  @GET
  @Path("/{version}")
  @Operation(summary = "Get a version of the protocol that is or was in force")
  @APIResponse(
      responseCode = "200",
      description = "The section randomisation only for statistician and auditor",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @RolesAllowed({
    Roles.STATISTICIAN,
    Roles.APPROVER,
    Roles.RECRUITER,
    Roles.ANALYST,
    Roles.PRIVACY_OFFICER,
    Roles.AUDITOR
  })
  public JsonNode get(String trialId, int version) {
    Trial trial = gate.open(trialId);
    Protocol protocol =
        version == Trial.FIRST_VERSION
            ? trials.asOpened(trial.id()).protocol()
            : later(trial, version);
    JsonNode whole = JsonReader.parse(protocol.canonical().getBytes(StandardCharsets.UTF_8));
    return gate.showsDesign() ? whole : Protocol.withoutDesign(whole);
  }

  private Protocol later(Trial trial, int number) {
    return versions.ofTrial(trial.id()).stream()
        .filter(known -> known.inForce().filter(one -> one.version() == number).isPresent())
        .findFirst()
        .map(ProtocolVersion::protocol)
        .orElseThrow(() -> Problem.notFound("The protocol has no such version."));
  }

  private static Request read(JsonNode json) {
    Faults faults = new Faults();
    if (!json.isObject()) {
      faults.add("", "must be an object");
    }
    JsonReader in = JsonReader.of(json, faults);
    in.noOthers("protocol", "reason");
    JsonNode document = in.requiredObject("protocol").node();
    String reason = Reasons.longText(in, "reason");
    faults.throwIfAny("invalid-amendment", "The request has faults.");
    return new Request(document, reason);
  }
}
