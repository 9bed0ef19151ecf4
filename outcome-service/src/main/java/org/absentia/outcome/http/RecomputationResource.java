package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.Recomputation;
import org.absentia.outcome.computation.Recomputation.Progress;
import org.absentia.outcome.computation.Recomputations;
import org.absentia.outcome.json.RecomputationWriting;
import org.absentia.platform.Ids;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders to derive the outcomes of a trial, or of all, anew; jobs that survive every process. */
@Path("/recomputations")
@Blocking
@Transactional
@Tag(name = "Recomputations", description = "Deriving the outcomes of many participants anew")
public class RecomputationResource {
  private static final int SHOWN = 100;
  private static final int LONGEST_REASON = 1_000;

  private final Recomputations orders;
  private final Callers callers;
  private final Clock clock;

  RecomputationResource(Recomputations orders, Callers callers, Clock clock) {
    this.orders = orders;
    this.callers = callers;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Derive the outcomes of a trial, or of all trials, anew",
      description =
          "Answers at once. The processes of the service divide the participants among themselves; an"
              + " outcome that comes out as it was makes no new version.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiSchemas.RecomputationRequest.class)))
  @APIResponse(
      responseCode = "202",
      description = "Ordered",
      content = @Content(schema = @Schema(implementation = ApiSchemas.RecomputationBody.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Response order(byte[] body) {
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(JsonReader.parse(body), faults);
    in.noOthers("trialId", "reason");
    Optional<String> trialId = in.text("trialId");
    String reason = in.requiredText("reason");
    if (reason.length() > LONGEST_REASON) {
      in.fault("reason", "has at most " + LONGEST_REASON + " characters");
    }
    faults.throwIfAny("invalid-recomputation", "The order has faults.");
    trialId.ifPresentOrElse(callers::trial, callers::requireEveryTrial);
    UUID id = Ids.next();
    orders.add(
        new Recomputation(
            id,
            trialId,
            Recomputation.Cause.REQUESTED,
            reason,
            Optional.of(callers.name()),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    return Response.accepted(RecomputationWriting.write(orders.find(id).orElseThrow()))
        .location(URI.create("/recomputations/" + id))
        .build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "The newest hundred orders, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "Orders and how far they have come",
      content = @Content(schema = @Schema(implementation = ApiSchemas.RecomputationBody[].class)))
  public ArrayNode newest() {
    callers.requireEveryTrial();
    ArrayNode answer = JsonNodeFactory.instance.arrayNode();
    orders.newest(SHOWN).forEach(progress -> answer.add(RecomputationWriting.write(progress)));
    return answer;
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "How far an order has come")
  @APIResponse(
      responseCode = "200",
      description = "The order and its progress",
      content = @Content(schema = @Schema(implementation = ApiSchemas.RecomputationBody.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode progress(@PathParam("id") String id) {
    return RecomputationWriting.write(known(id));
  }

  @DELETE
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Withdraw an order; what was derived stays")
  @APIResponse(
      responseCode = "200",
      description = "The order and how far it had come",
      content = @Content(schema = @Schema(implementation = ApiSchemas.RecomputationBody.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public ObjectNode cancel(@PathParam("id") String id) {
    Progress progress = known(id);
    if (progress.order().cause() == Recomputation.Cause.DEFINITION_CHANGED) {
      throw Problem.conflict(
          "recomputation-needed", "The definition changed; outcomes by the old one cannot stay.");
    }
    if (progress.finishedAt().isEmpty()) {
      orders.cancel(progress.order().id(), clock.instant());
    }
    return RecomputationWriting.write(known(id));
  }

  private Progress known(String text) {
    Problem unknown = Problem.notFound("There is no such recomputation.");
    Progress progress = Callers.uuid(text).flatMap(orders::find).orElseThrow(() -> unknown);
    callers.require(progress.order().trialId().orElse("*"), unknown);
    return progress;
  }
}
