package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.Evaluation;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.json.EvaluationWriting;
import org.absentia.outcome.json.VersionWriting;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every version of one participant's outcome, and what each came from. */
@Path("/")
@Blocking
@Tag(name = "Participants", description = "The outcome of one participant and how it came about")
public class ParticipantResource {
  private final Outcomes outcomes;
  private final Callers callers;

  ParticipantResource(Outcomes outcomes, Callers callers) {
    this.outcomes = outcomes;
    this.callers = callers;
  }

  @GET
  @Path("participants/{participantId}/outcomes")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Every version of a participant's outcome, the first first",
      description = "With knownAt those computed by then; the last of them is what was known.")
  @APIResponse(
      responseCode = "200",
      description = "The versions",
      content = @Content(schema = @Schema(implementation = ApiSchemas.History.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode versions(
      @PathParam("participantId") String participantId,
      @Parameter(schema = @Schema(implementation = Instant.class)) @QueryParam("knownAt")
          String knownAt) {
    UUID id = callers.participant(participantId);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("participantId", id.toString());
    ArrayNode versions = answer.putArray("versions");
    knownVersions(id, knownAt).forEach(version -> versions.add(VersionWriting.write(version)));
    return answer;
  }

  @GET
  @Path("participants/{participantId}/evaluation")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "The evaluation request that gives the outcome again",
      description =
          "Holds the definition, the index date and the record versions as they were used: by"
              + " default of the newest version, otherwise of the numbered one or of the one known at"
              + " an instant. Posted to /evaluations of any installation it gives the same values.")
  @APIResponse(
      responseCode = "200",
      description = "A request to POST /evaluations",
      content = @Content(schema = @Schema(implementation = ApiSchemas.EvaluationRequest.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public ObjectNode evaluation(
      @PathParam("participantId") String participantId,
      @Parameter(schema = @Schema(implementation = Integer.class)) @QueryParam("version")
          String number,
      @Parameter(schema = @Schema(implementation = Instant.class)) @QueryParam("knownAt")
          String knownAt) {
    UUID id = callers.participant(participantId);
    OutcomeVersion version = chosen(knownVersions(id, knownAt), Optional.ofNullable(number));
    if (version.outcome().isEmpty()) {
      throw Problem.conflict(
          "no-outcome",
          version.isErased()
              ? "The values of this version were erased; their hash is all that is left."
              : "The participant withdrew before any window was over, so nothing was derived.");
    }
    List<RegistryRecord> records = outcomes.recordsOf(version);
    if (records.size() < version.inputs().size()) {
      throw Problem.conflict(
          "no-outcome", "Records that this version was derived from were erased since.");
    }
    return EvaluationWriting.request(new Evaluation(version, records));
  }

  private static OutcomeVersion chosen(List<OutcomeVersion> known, Optional<String> number) {
    if (known.isEmpty()) {
      throw Problem.notFound("No outcome had been computed.");
    }
    return number
        .map(
            text ->
                known.stream()
                    .filter(version -> text.equals(String.valueOf(version.number())))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("There is no such version.")))
        .orElse(known.getLast());
  }

  private List<OutcomeVersion> knownVersions(UUID id, String knownAt) {
    Optional<Instant> cutOff = Optional.ofNullable(knownAt).map(ParticipantResource::instant);
    return outcomes.versionsOf(id).stream()
        .filter(version -> cutOff.stream().noneMatch(version.computedAt()::isAfter))
        .toList();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw Callers.invalidQuery("knownAt must be an instant such as 2020-01-31T00:00:00Z");
    }
  }
}
