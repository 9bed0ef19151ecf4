package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.questionnaire.NoteProgrammeDays;
import org.absentia.randomisation.questionnaire.ProgrammeDays;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The days from which the questionnaires of the programme count. */
@Path("/trials/{trialId}/participants/{participantId}/programme-days")
@Tag(name = "Questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeDaysResource {
  /** First and last day; the last one may come later. */
  @Schema(requiredProperties = "startedOn")
  public record ProgrammeDaysRequest(LocalDate startedOn, Optional<LocalDate> endedOn) {
    static ProgrammeDaysRequest read(JsonReader in) {
      in.noOthers("startedOn", "endedOn");
      return new ProgrammeDaysRequest(in.requiredDate("startedOn"), in.date("endedOn"));
    }
  }

  private final NoteProgrammeDays noteProgrammeDays;
  private final TrialGate gate;

  ProgrammeDaysResource(NoteProgrammeDays noteProgrammeDays, TrialGate gate) {
    this.noteProgrammeDays = noteProgrammeDays;
    this.gate = gate;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Note when a participant's programme started and ended, or correct it")
  @RolesAllowed(Roles.DELIVERER)
  public ProgrammeDaysRequest put(
      String trialId,
      String participantId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ProgrammeDaysRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    ProgrammeDaysRequest request =
        Bodies.read(body, "invalid-programme-days", ProgrammeDaysRequest::read);
    ProgrammeDays days = new ProgrammeDays(request.startedOn(), request.endedOn());
    return switch (noteProgrammeDays.note(trial, id, days)) {
      case NoteProgrammeDays.Noted noted -> request;
      case NoteProgrammeDays.Refused refused ->
          throw Problem.unprocessable(
              "programme-days-refused", "The days cannot be right.", refused.faults());
      case NoteProgrammeDays.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }
}
