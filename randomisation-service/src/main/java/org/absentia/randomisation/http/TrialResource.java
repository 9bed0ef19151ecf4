package org.absentia.randomisation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.absentia.randomisation.conduct.OpenByTwo;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.KeyMode;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.AnnouncedTrial;
import org.absentia.randomisation.trial.MakeKey;
import org.absentia.randomisation.trial.OpenTrial;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
  private static final int LONGEST_BEACON = 1000;

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
      KeyMode keyMode,
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
          trial.version(),
          protocol.title(),
          protocol.digest().hex(),
          trial.openedAt(),
          trial.commitment().hex(),
          trial.merkleRoot().map(Hash::hex),
          trial.keyMode(),
          trial.shareCommitments().stream().map(Hash::hex).toList(),
          trial.publicKey(),
          showsDesign ? new String(protocol.design().canonical(), StandardCharsets.UTF_8) : null);
    }
  }

  /**
   * A trial that opens once its statistician has shown the other share of the key.
   *
   * @param shareCommitments of the service, after that of the statistician once it is published
   * @param beacon where the public value will be read that is mixed into the key
   */
  public record AnnouncedResponse(
      String trialId,
      String title,
      String digest,
      Instant announcedAt,
      KeyMode keyMode,
      List<String> shareCommitments,
      String beacon) {
    static AnnouncedResponse of(AnnouncedTrial trial) {
      return new AnnouncedResponse(
          trial.id(),
          trial.protocol().title(),
          trial.protocol().digest().hex(),
          trial.announcedAt(),
          trial.protocol().keyMaking().mode(),
          Stream.concat(trial.statisticianCommitment().stream(), Stream.of(trial.shareCommitment()))
              .map(Hash::hex)
              .toList(),
          trial.protocol().keyMaking().beaconSource());
    }
  }

  /** SHA-256("RND-1/share" || salt || share), 64 hex digits. */
  @Schema(requiredProperties = "commitment")
  public record ShareCommitmentRequest(String commitment) {}

  /** The statistician's share and its salt, 64 hex digits each, and the beacon's value. */
  @Schema(requiredProperties = {"share", "salt", "beacon"})
  public record ShareRequest(String share, String salt, String beacon) {}

  private final OpenTrial openTrial;
  private final OpenByTwo openByTwo;
  private final MakeKey makeKey;
  private final TrialGate gate;

  TrialResource(OpenTrial openTrial, OpenByTwo openByTwo, MakeKey makeKey, TrialGate gate) {
    this.openTrial = openTrial;
    this.openByTwo = openByTwo;
    this.makeKey = makeKey;
    this.gate = gate;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, Documents.YAML})
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
  @APIResponse(
      responseCode = "202",
      description =
          "Announced: it opens with the statistician's share (TWO_SHARES); or proposed: it opens"
              + " with an approver's decision (approval TWO_PERSONS)",
      content =
          @Content(
              schema =
                  @Schema(
                      anyOf = {AnnouncedResponse.class, OpeningResource.OpeningResponse.class})))
  public RestResponse<Object> open(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) Optional<String> contentType,
      @RequestBody(
              description = "A protocol of format absentia-protocol-1, see GET /protocols/mi-nav",
              content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
          byte[] body) {
    Protocol protocol = openTrial.read(Documents.parse(body, contentType));
    gate.require(protocol.trial());
    return switch (openByTwo.open(protocol, gate.subject())) {
      case OpenByTwo.Opening opening -> answer(opening.result());
      case OpenByTwo.Waiting waiting ->
          RestResponse.status(
              RestResponse.Status.ACCEPTED, OpeningResource.OpeningResponse.of(waiting.trial()));
      case OpenByTwo.Result another -> throw anotherWaits();
    };
  }

  private RestResponse<Object> answer(OpenTrial.Result result) {
    return switch (result) {
      case OpenTrial.Opened opened ->
          RestResponse.status(RestResponse.Status.CREATED, response(opened.trial()));
      case OpenTrial.OpenedBefore opened -> RestResponse.ok(response(opened.trial()));
      case OpenTrial.Announced waiting ->
          RestResponse.status(RestResponse.Status.ACCEPTED, AnnouncedResponse.of(waiting.trial()));
      case OpenTrial.DiffersFromOpen differs -> throw differs();
    };
  }

  static Problem differs() {
    return Problem.conflict("trial-differs", "The trial is open under another protocol document.");
  }

  static Problem anotherWaits() {
    return Problem.conflict(
        "trial-differs", "Another protocol document of this trial waits for its second person.");
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

  @GET
  @Path("/{trialId}/announcement")
  @Operation(summary = "Get what a trial published that waits for its statistician's share")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.AUDITOR})
  public AnnouncedResponse announcement(String trialId) {
    return AnnouncedResponse.of(gate.announced(trialId));
  }

  @PUT
  @Path("/{trialId}/share-commitment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Publish the statistician's commitment to a share of the key, for ever")
  @RolesAllowed(Roles.STATISTICIAN)
  public AnnouncedResponse commit(
      String trialId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ShareCommitmentRequest.class)))
          byte[] body) {
    gate.require(trialId);
    Hash commitment =
        Bodies.read(
            body,
            "invalid-share-commitment",
            in -> {
              in.noOthers("commitment");
              return hash(in, "commitment");
            });
    return switch (makeKey.commit(trialId, commitment)) {
      case MakeKey.Committed committed -> AnnouncedResponse.of(committed.trial());
      case MakeKey.Result refused -> throw refused(refused);
    };
  }

  @POST
  @Path("/{trialId}/key")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Show the statistician's share and the beacon, which makes the key and opens the trial")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TrialResponse.class)))
  @RolesAllowed(Roles.STATISTICIAN)
  public RestResponse<TrialResponse> makeKey(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ShareRequest.class)))
          byte[] body) {
    gate.require(trialId);
    return switch (Bodies.read(body, "invalid-share", in -> shown(trialId, in)).get()) {
      case MakeKey.Opened opened ->
          RestResponse.status(RestResponse.Status.CREATED, response(opened.trial()));
      case MakeKey.Result refused -> throw refused(refused);
    };
  }

  private Supplier<MakeKey.Result> shown(String trialId, JsonReader in) {
    in.noOthers("share", "salt", "beacon");
    Hash share = hash(in, "share");
    Hash salt = hash(in, "salt");
    String beacon = in.requiredText("beacon");
    if (beacon.length() > LONGEST_BEACON) {
      in.fault("beacon", "must have at most 1000 characters");
    }
    return () -> makeKey.show(trialId, Secret.of(share.bytes()), Secret.of(salt.bytes()), beacon);
  }

  // 32 bytes as hex digits, be they a hash or not
  private static Hash hash(JsonReader in, String name) {
    String text = in.requiredText(name);
    if (!Hash.isHex(text)) {
      in.fault(name, "must be 64 lower-case hex digits");
      return Hash.ZERO;
    }
    return new Hash(text);
  }

  private static RuntimeException refused(MakeKey.Result result) {
    return switch (result) {
      case MakeKey.CommittedOtherwise other ->
          Problem.conflict("share-committed", "Another commitment to the share stands.");
      case MakeKey.NotCommitted not ->
          Problem.conflict(
              "share-not-committed", "A commitment to the share must be published before it.");
      case MakeKey.ShareDiffers differs ->
          Problem.unprocessable(
              "share-differs",
              "The share is not the one that was committed to.",
              List.of(new Fault("/share", "differs, or its salt does")));
      case MakeKey.NotAwaited not -> TrialScope.unknown();
      case MakeKey.Committed done -> new IllegalStateException("not a refusal");
      case MakeKey.Opened done -> new IllegalStateException("not a refusal");
    };
  }

  private TrialResponse response(Trial trial) {
    return TrialResponse.of(trial, gate.showsDesign());
  }
}
