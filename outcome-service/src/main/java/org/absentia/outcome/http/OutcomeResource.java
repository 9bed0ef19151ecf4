package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.absentia.outcome.computation.Freshness;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.Outcomes.Completeness;
import org.absentia.outcome.computation.Outcomes.Fingerprint;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outcomes of trials, for those whose token covers them. */
@Path("/")
@Blocking
@Tag(name = "Outcomes", description = "Outcomes derived from the records released for a trial")
public class OutcomeResource {
  private final Outcomes outcomes;
  private final Callers callers;
  private final Clock clock;

  OutcomeResource(Outcomes outcomes, Callers callers, Clock clock) {
    this.outcomes = outcomes;
    this.callers = callers;
    this.clock = clock;
  }

  @GET
  @Path("trials/{trialId}/outcomes")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "The newest outcome of each participant, page by page",
      description =
          "In order of participant id; also as application/x-ndjson and text/csv, then all at once.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ApiSchemas.Page.class)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(implementation = ApiSchemas.Version.class)),
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode outcomes(
      @PathParam("trialId") String trialId,
      @QueryParam("cursor") String cursor,
      @Parameter(schema = @Schema(implementation = Integer.class, defaultValue = "100"))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit) {
    callers.trial(trialId);
    return newestOf(trialId).page(trialId, Optional.ofNullable(cursor), limit);
  }

  @GET
  @Path("trials/{trialId}/outcomes")
  @Produces("application/x-ndjson")
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public StreamingOutput outcomesAsLines(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    return newestOf(trialId).lines();
  }

  @GET
  @Path("trials/{trialId}/outcomes")
  @Produces("text/csv")
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public StreamingOutput outcomesAsTable(@PathParam("trialId") String trialId) {
    OutcomeDefinition definition = callers.trial(trialId);
    return newestOf(trialId).table(List.of(definition));
  }

  private Listing newestOf(String trialId) {
    return new Listing((after, limit) -> outcomes.newestOf(trialId, after, limit));
  }

  @GET
  @Path("trials/{trialId}/completeness")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Operation(summary = "How far the outcomes of a trial have come")
  @APIResponse(
      responseCode = "200",
      description = "Counts",
      content = @Content(schema = @Schema(implementation = Completeness.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Completeness completeness(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    return outcomes.completenessOf(trialId);
  }

  @GET
  @Path("trials/{trialId}/freshness")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR})
  @Operation(
      summary = "Who is followed up, and which register is late",
      description =
          "A register is late when nothing that it wrote of anybody is recent enough, judged by the"
              + " day up to which follow-up goes.")
  @APIResponse(
      responseCode = "200",
      description = "Follow-up and registers",
      content = @Content(schema = @Schema(implementation = Freshness.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Freshness freshness(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    return outcomes.freshnessOf(trialId, LocalDate.now(clock));
  }

  @GET
  @Path("trials/{trialId}/fingerprint")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.OPERATOR, Roles.AUDITOR})
  @Operation(
      summary = "One hash over every version of every outcome of a trial",
      description = "Equal before a database was lost and after it was rebuilt from the topics.")
  @APIResponse(
      responseCode = "200",
      description = "The hash and what it covers",
      content = @Content(schema = @Schema(implementation = Fingerprint.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Fingerprint fingerprint(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    return outcomes.fingerprintOf(trialId);
  }
}
