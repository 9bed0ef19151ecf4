package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.FollowConsent;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a participant consented to, and what was withdrawn of it. */
@Path("/trials/{trialId}/participants/{participantId}/consents")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
  /** Consent to a version of the form. */
  @Schema(requiredProperties = {"version", "givenOn"})
  public record ConsentRequest(String version, LocalDate givenOn) {
    static ConsentRequest read(JsonReader in) {
      in.noOthers("version", "givenOn");
      return new ConsentRequest(in.requiredText("version"), in.requiredDate("givenOn"));
    }
  }

  /** A level of consent that was withdrawn. */
  public record WithdrawnLevel(Withdrawal.Level level, LocalDate withdrawnOn) {}

  /** The consents in order, the one at enrolment first, and the levels withdrawn since. */
  public record ConsentResponse(
      UUID participantId, List<Participant.Consent> given, List<WithdrawnLevel> withdrawn) {
    static ConsentResponse of(UUID participantId, FollowConsent.Standing standing) {
      return new ConsentResponse(
          participantId,
          standing.given().stream()
              .map(consent -> new Participant.Consent(consent.version(), consent.givenOn()))
              .toList(),
          standing.withdrawn().stream()
              .map(known -> new WithdrawnLevel(known.level(), known.withdrawnOn()))
              .toList());
    }
  }

  private final FollowConsent followConsent;
  private final TrialGate gate;

  ConsentResource(FollowConsent followConsent, TrialGate gate) {
    this.followConsent = followConsent;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "Tell what a participant consented to and withdrew")
  @RolesAllowed({Roles.RECRUITER, Roles.PRIVACY_OFFICER, Roles.AUDITOR})
  public ConsentResponse get(String trialId, String participantId) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    return response(id, followConsent.read(trial, id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Record consent to another version of the form")
  @RolesAllowed(Roles.RECRUITER)
  public ConsentResponse post(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ConsentRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    ConsentRequest request = Bodies.read(body, "invalid-consent", ConsentRequest::read);
    return response(id, followConsent.renew(trial, id, request.version(), request.givenOn()));
  }

  private static ConsentResponse response(UUID participantId, FollowConsent.Result result) {
    return switch (result) {
      case FollowConsent.Standing standing -> ConsentResponse.of(participantId, standing);
      case FollowConsent.Refused refused ->
          throw Problem.unprocessable(
              "consent-refused", "The protocol does not allow this consent.", refused.faults());
      case FollowConsent.HasWithdrawn withdrawn ->
          throw Problem.conflict("withdrawn", "The participant withdrew from the trial.");
      case FollowConsent.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }
}
