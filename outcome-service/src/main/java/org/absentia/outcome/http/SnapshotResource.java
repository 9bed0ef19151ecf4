package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.absentia.outcome.computation.Generation;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.Snapshot;
import org.absentia.outcome.computation.Snapshots;
import org.absentia.outcome.computation.TakeSnapshot;
import org.absentia.outcome.json.SnapshotWriting;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outcomes of a trial as they were when somebody locked its data, addressed by their hash. */
@Path("/")
@Blocking
@Transactional
@Tag(name = "Snapshots", description = "Outcomes as they were at a data lock, addressed by hash")
public class SnapshotResource {
  private final TakeSnapshot takeSnapshot;
  private final Snapshots snapshots;
  private final Outcomes outcomes;
  private final Generation generation;
  private final Callers callers;

  SnapshotResource(
      TakeSnapshot takeSnapshot,
      Snapshots snapshots,
      Outcomes outcomes,
      Generation generation,
      Callers callers) {
    this.takeSnapshot = takeSnapshot;
    this.snapshots = snapshots;
    this.outcomes = outcomes;
    this.generation = generation;
    this.callers = callers;
  }

  @POST
  @Path("trials/{trialId}/snapshots")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @TransactionConfiguration(timeout = 600)
  @Operation(
      summary = "Take a snapshot of a trial's outcomes",
      description = "While nothing changes, the same snapshot comes again.")
  @APIResponse(
      responseCode = "201",
      description = "Taken",
      content = @Content(schema = @Schema(implementation = ApiSchemas.SnapshotBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "Taken before, and nothing has changed",
      content = @Content(schema = @Schema(implementation = ApiSchemas.SnapshotBody.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "503", ref = "#/components/responses/Problem")
  public Response take(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    if (!generation.isRestored()) {
      throw Problem.of(503, "restoring", "What was kept of outcomes is still being read back.")
          .retryAfter(Duration.ofSeconds(5));
    }
    return switch (takeSnapshot.take(trialId, callers.name())) {
      case TakeSnapshot.Taken taken ->
          Response.created(URI.create("/snapshots/" + taken.snapshot().hash()))
              .entity(SnapshotWriting.write(taken.snapshot()))
              .build();
      case TakeSnapshot.TakenBefore known ->
          Response.ok(SnapshotWriting.write(known.snapshot())).build();
      case TakeSnapshot.NothingThere nothing ->
          throw Problem.conflict("no-outcome", "No outcome of the trial has been computed yet.");
    };
  }

  @GET
  @Path("trials/{trialId}/snapshots")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @Operation(summary = "The snapshots of a trial, the first first")
  @APIResponse(
      responseCode = "200",
      description = "All snapshots",
      content = @Content(schema = @Schema(implementation = ApiSchemas.SnapshotBody[].class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ArrayNode snapshots(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    ArrayNode answer = JsonNodeFactory.instance.arrayNode();
    snapshots.of(trialId).forEach(snapshot -> answer.add(SnapshotWriting.write(snapshot)));
    return answer;
  }

  @GET
  @Path("snapshots/{hash}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.AUDITOR})
  @TransactionConfiguration(timeout = 600)
  @Operation(
      summary = "A snapshot, and whether what is kept still has its hash",
      description = "Erased values do not break it: their hashes stay.")
  @APIResponse(
      responseCode = "200",
      description = "The snapshot",
      content = @Content(schema = @Schema(implementation = ApiSchemas.CheckedSnapshot.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode snapshot(@PathParam("hash") String hash) {
    Snapshot snapshot = known(hash);
    return SnapshotWriting.write(snapshot).put("intact", takeSnapshot.holds(snapshot));
  }

  @GET
  @Path("snapshots/{hash}/outcomes")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "The outcomes of a snapshot, page by page",
      description = "Also as application/x-ndjson and text/csv, then all at once.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = ApiSchemas.Page.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode outcomes(
      @PathParam("hash") String hash,
      @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, defaultValue = "100"))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit) {
    Snapshot snapshot = known(hash);
    return heldBy(snapshot).page(snapshot.trialId(), Optional.ofNullable(cursor), limit);
  }

  @GET
  @Path("snapshots/{hash}/outcomes")
  @Produces("application/x-ndjson")
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public StreamingOutput outcomesAsLines(@PathParam("hash") String hash) {
    return heldBy(known(hash)).lines();
  }

  @GET
  @Path("snapshots/{hash}/outcomes")
  @Produces("text/csv")
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public StreamingOutput outcomesAsTable(@PathParam("hash") String hash) {
    Snapshot snapshot = known(hash);
    return heldBy(snapshot).table(outcomes.definitionsOf(snapshot));
  }

  private Listing heldBy(Snapshot snapshot) {
    return new Listing((after, limit) -> outcomes.heldBy(snapshot, after, limit));
  }

  private Snapshot known(String hash) {
    Problem unknown = Problem.notFound("There is no such snapshot.");
    Snapshot snapshot =
        Optional.of(hash)
            .filter(text -> text.matches("[0-9a-f]{64}"))
            .flatMap(snapshots::find)
            .orElseThrow(() -> unknown);
    callers.require(snapshot.trialId(), unknown);
    return snapshot;
  }
}
