package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.deviation.Deviation;
import org.absentia.randomisation.deviation.Deviations;
import org.absentia.randomisation.deviation.RecordDeviation;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The drift log: what went wrong in the conduct of a trial. */
@Path("/trials/{trialId}/deviations")
@Tag(name = "Deviations")
@Produces(MediaType.APPLICATION_JSON)
public class DeviationResource {
  private static final int LONGEST = 1000;

  /** What went wrong, when it was noticed, about whom or which slot, and what was done. */
  @Schema(requiredProperties = {"kind", "noticedOn", "description", "correctiveAction"})
  public record DeviationRequest(
      Deviation.Kind kind,
      LocalDate noticedOn,
      Optional<UUID> participantId,
      Optional<String> stratum,
      Optional<Integer> slot,
      String description,
      String correctiveAction) {
    static DeviationRequest read(JsonReader in) {
      in.noOthers(
          "kind",
          "noticedOn",
          "participantId",
          "stratum",
          "slot",
          "description",
          "correctiveAction");
      if (in.has("stratum") != in.has("slot")) {
        in.fault(in.has("slot") ? "stratum" : "slot", "is missing: a slot is named by both");
      }
      if (in.integer("slot").orElse(0) < 0) {
        in.fault("slot", "must not be negative");
      }
      return new DeviationRequest(
          in.requiredChoice("kind", Deviation.Kind.class),
          in.requiredDate("noticedOn"),
          in.has("participantId") ? participant(in) : Optional.empty(),
          in.text("stratum"),
          in.has("slot") ? Optional.of(in.integer("slot").orElse(0)) : Optional.empty(),
          told(in, "description"),
          told(in, "correctiveAction"));
    }

    private static Optional<UUID> participant(JsonReader in) {
      try {
        return in.text("participantId").map(UUID::fromString);
      } catch (IllegalArgumentException malformed) {
        in.fault("participantId", "must be a UUID");
        return Optional.empty();
      }
    }

    private static String told(JsonReader in, String name) {
      String text = in.requiredText(name);
      if (text.length() > LONGEST || NationalIdentifiers.in(text)) {
        in.fault(name, "must have at most 1000 characters and hold no national identifier");
      }
      return text;
    }

    Deviation.Notes notes() {
      return new Deviation.Notes(
          participantId,
          stratum.map(name -> new Deviation.Slot(name, slot.orElseThrow())),
          description,
          correctiveAction);
    }
  }

  /** A recorded deviation; what it was about is gone once that person was erased. */
  public record DeviationResponse(
      UUID deviationId,
      Deviation.Kind kind,
      LocalDate noticedOn,
      Optional<UUID> participantId,
      Optional<String> stratum,
      Optional<Integer> slot,
      Optional<String> description,
      Optional<String> correctiveAction,
      String recordedBy,
      Instant recordedAt) {
    static DeviationResponse of(Deviation deviation) {
      Optional<Deviation.Notes> notes = deviation.notes();
      Optional<Deviation.Slot> slot = notes.flatMap(Deviation.Notes::slot);
      return new DeviationResponse(
          deviation.id(),
          deviation.kind(),
          deviation.noticedOn(),
          notes.flatMap(Deviation.Notes::participantId),
          slot.map(Deviation.Slot::stratum),
          slot.map(Deviation.Slot::number),
          notes.map(Deviation.Notes::description),
          notes.map(Deviation.Notes::correctiveAction),
          deviation.recordedBy(),
          deviation.recordedAt());
    }
  }

  private final RecordDeviation recordDeviation;
  private final Deviations deviations;
  private final TrialGate gate;

  DeviationResource(RecordDeviation recordDeviation, Deviations deviations, TrialGate gate) {
    this.recordDeviation = recordDeviation;
    this.deviations = deviations;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Note an error in the conduct; the log says that there was one, and of what kind")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = DeviationResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before, by the same person in the same words",
      content = @Content(schema = @Schema(implementation = DeviationResponse.class)))
  @RolesAllowed({Roles.RECRUITER, Roles.STATISTICIAN})
  public RestResponse<DeviationResponse> record(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = DeviationRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    DeviationRequest request = Bodies.read(body, "invalid-deviation", DeviationRequest::read);
    return switch (recordDeviation.record(
        trial, request.kind(), request.noticedOn(), request.notes(), gate.subject())) {
      case RecordDeviation.Recorded recorded ->
          RestResponse.status(
              RestResponse.Status.CREATED, DeviationResponse.of(recorded.deviation()));
      case RecordDeviation.RecordedBefore recorded ->
          RestResponse.ok(DeviationResponse.of(recorded.deviation()));
      case RecordDeviation.Refused refused ->
          throw Problem.unprocessable(
              "deviation-refused", "The deviation cannot be as it was said.", refused.faults());
    };
  }

  @GET
  @Operation(summary = "List the deviations of a trial in the order in which they were recorded")
  @RolesAllowed(Roles.AUDITOR)
  public List<DeviationResponse> list(String trialId) {
    Trial trial = gate.open(trialId);
    return deviations.ofTrial(trial.id()).stream().map(DeviationResponse::of).toList();
  }
}
