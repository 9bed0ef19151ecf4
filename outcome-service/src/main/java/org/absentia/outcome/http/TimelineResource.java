package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.absentia.outcome.chart.Chart;
import org.absentia.outcome.chart.TextForm;
import org.absentia.outcome.computation.TimelineSource;
import org.absentia.outcome.computation.TimelineSource.Derived;
import org.absentia.outcome.computation.TimelineSource.Reason;
import org.absentia.outcome.computation.TimelineSource.WithoutValues;
import org.absentia.outcome.json.ChartWriting;
import org.absentia.outcome.strip.Strip;
import org.absentia.outcome.timeline.Period;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a participant's follow-up to a person: as JSON, as text, as a drawing. */
@Path("/")
@Blocking
@Tag(name = "Participants")
public class TimelineResource {
  private static final String SVG = "image/svg+xml";
  private static final String TEXT = "text/plain;charset=utf-8";

  /** A drawing opened on its own needs its style sheet and nothing else. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'";

  private final TimelineSource source;
  private final Callers callers;

  TimelineResource(TimelineSource source, Callers callers) {
    this.source = source;
    this.callers = callers;
  }

  /** The trial and the chart of a participant. */
  private record Shown(UUID participantId, String trialId, Chart chart) {
    String id() {
      return participantId.toString();
    }
  }

  @GET
  @Path("participants/{participantId}/timeline")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "What the registers say of a participant, what each day counted, what decided",
      description =
          "Of the newest outcome. As JSON; as text, one letter a day in aligned weeks; as an SVG strip"
              + " that stands alone.")
  @APIResponse(
      responseCode = "200",
      description = "The days shown",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = TimelineSchemas.Shown.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)),
        @Content(mediaType = SVG, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public ObjectNode timeline(
      @PathParam("participantId") String participantId,
      @Parameter(
              description = "First day shown; default three months before the index date",
              schema = @Schema(implementation = String.class, format = "date"))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description =
                  "Last day shown, at most 10 years on; default the longest window's last",
              schema = @Schema(implementation = String.class, format = "date"))
          @QueryParam("to")
          @Nullable String to) {
    Shown shown = shown(participantId, from, to);
    return ChartWriting.write(shown.id(), shown.trialId(), shown.chart());
  }

  @GET
  @Path("participants/{participantId}/timeline")
  @Produces(TEXT)
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public String timelineAsText(
      @PathParam("participantId") String participantId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    Shown shown = shown(participantId, from, to);
    return TextForm.of(shown.id(), shown.chart());
  }

  @GET
  @Path("participants/{participantId}/timeline")
  @Produces(SVG)
  @RolesAllowed(Roles.ANALYST)
  @Operation(hidden = true)
  public Response timelineAsStrip(
      @PathParam("participantId") String participantId,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    Shown shown = shown(participantId, from, to);
    return Response.ok(Strip.of(shown.id(), shown.chart()))
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .build();
  }

  private Shown shown(String participantId, @Nullable String from, @Nullable String to) {
    UUID id = callers.participant(participantId);
    return switch (source.of(id).orElseThrow(Callers::unknownParticipant)) {
      case Derived derived -> new Shown(id, derived.trialId(), chart(derived, from, to));
      case WithoutValues without -> throw noOutcome(without.reason());
    };
  }

  private static Chart chart(Derived derived, @Nullable String from, @Nullable String to) {
    Period usual = Chart.usual(derived.definition(), derived.indexDate());
    return Chart.of(
        derived.definition(),
        derived.indexDate(),
        derived.records(),
        ShownDays.of(from, to, usual, derived.knownUntil()));
  }

  private static Problem noOutcome(Reason reason) {
    return Problem.conflict(
        "no-outcome",
        switch (reason) {
          case NOT_YET_DERIVED -> "No outcome has been derived of this participant yet.";
          case WITHDRAWN_BEFORE_ANY_WINDOW ->
              "The participant's follow-up ended before any window was over.";
          case ERASED -> "The participant withdrew and all values were erased.";
        });
  }
}
