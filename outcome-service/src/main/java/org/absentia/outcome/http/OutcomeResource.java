package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.Outcomes.Completeness;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.VersionWriting;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outcomes of trials, for the analysts whose token covers them. */
@Path("/")
@Blocking
@Tag(name = "Outcomes", description = "Outcomes derived from the records released for a trial")
public class OutcomeResource {
  private static final int MOST_PER_PAGE = 1_000;
  private static final int STREAMED_AT_ONCE = 500;

  private final Outcomes outcomes;
  private final TrialScope trialScope;

  OutcomeResource(Outcomes outcomes, TrialScope trialScope) {
    this.outcomes = outcomes;
    this.trialScope = trialScope;
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
      @QueryParam("limit") @DefaultValue("100") int limit) {
    known(trialId);
    if (limit < 1 || limit > MOST_PER_PAGE) {
      throw invalidQuery("limit must lie between 1 and " + MOST_PER_PAGE);
    }
    List<OutcomeVersion> page =
        outcomes.newestOf(trialId, Optional.ofNullable(cursor).map(this::participantId), limit);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("trialId", trialId);
    ArrayNode versions = answer.putArray("outcomes");
    page.forEach(version -> versions.add(VersionWriting.write(version)));
    if (page.size() == limit) {
      answer.put("next", page.getLast().participantId().toString());
    }
    return answer;
  }

  @GET
  @Path("trials/{trialId}/outcomes")
  @Produces("application/x-ndjson")
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public StreamingOutput outcomesAsLines(@PathParam("trialId") String trialId) {
    known(trialId);
    return out -> stream(trialId, out, version -> VersionWriting.write(version) + "\n");
  }

  @GET
  @Path("trials/{trialId}/outcomes")
  @Produces("text/csv")
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public StreamingOutput outcomesAsTable(@PathParam("trialId") String trialId) {
    OutcomeTable table = OutcomeTable.of(known(trialId));
    return out -> {
      out.write(table.header().getBytes(StandardCharsets.UTF_8));
      stream(trialId, out, table::line);
    };
  }

  private void stream(String trialId, OutputStream out, Function<OutcomeVersion, String> line)
      throws IOException {
    Optional<UUID> after = Optional.empty();
    List<OutcomeVersion> page;
    do {
      page = outcomes.newestOf(trialId, after, STREAMED_AT_ONCE);
      for (OutcomeVersion version : page) {
        out.write(line.apply(version).getBytes(StandardCharsets.UTF_8));
        after = Optional.of(version.participantId());
      }
    } while (page.size() == STREAMED_AT_ONCE);
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
    known(trialId);
    return outcomes.completenessOf(trialId);
  }

  @GET
  @Path("participants/{participantId}/outcomes")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(summary = "Every version of a participant's outcome, the first first")
  @APIResponse(
      responseCode = "200",
      description = "All versions",
      content = @Content(schema = @Schema(implementation = ApiSchemas.History.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode versions(@PathParam("participantId") String participantId) {
    UUID id = parsed(participantId).orElseThrow(OutcomeResource::unknownParticipant);
    String trialId = outcomes.trialOf(id).orElseThrow(OutcomeResource::unknownParticipant);
    requireForParticipant(trialId);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("participantId", id.toString());
    ArrayNode versions = answer.putArray("versions");
    outcomes.versionsOf(id).forEach(version -> versions.add(VersionWriting.write(version)));
    return answer;
  }

  /** A participant of a foreign trial looks like one who does not exist. */
  private void requireForParticipant(String trialId) {
    try {
      trialScope.require(trialId);
    } catch (Problem foreign) {
      throw unknownParticipant();
    }
  }

  private OutcomeDefinition known(String trialId) {
    trialScope.require(trialId);
    return outcomes.definitionOf(trialId).orElseThrow(TrialScope::unknown);
  }

  private UUID participantId(String cursor) {
    return parsed(cursor).orElseThrow(() -> invalidQuery("cursor is not one that a page gave"));
  }

  private static Optional<UUID> parsed(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Problem invalidQuery(String detail) {
    return Problem.badRequest(
        "invalid-query", "The query is not valid.", List.of(new Fault("", detail)));
  }

  private static Problem unknownParticipant() {
    return Problem.notFound("There is no such participant.");
  }
}
