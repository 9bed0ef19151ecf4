package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.WithdrawParticipant;
import org.absentia.randomisation.trial.Withdrawal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Withdrawals, each to the level that the participant chose. */
@Path("/trials/{trialId}/participants/{participantId}/withdrawals")
@Tag(name = "Withdrawals")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {
  /** How far and when. */
  @Schema(requiredProperties = {"level", "withdrawnOn"})
  public record WithdrawalRequest(Withdrawal.Level level, LocalDate withdrawnOn) {
    static WithdrawalRequest read(JsonReader in) {
      in.noOthers("level", "withdrawnOn");
      return new WithdrawalRequest(
          in.requiredChoice("level", Withdrawal.Level.class), in.requiredDate("withdrawnOn"));
    }
  }

  /** A recorded withdrawal. */
  public record WithdrawalResponse(
      UUID withdrawalId,
      UUID participantId,
      String trialId,
      Withdrawal.Level level,
      LocalDate withdrawnOn,
      Instant withdrawnAt) {
    static WithdrawalResponse of(Withdrawal withdrawal) {
      return new WithdrawalResponse(
          withdrawal.id(),
          withdrawal.participantId(),
          withdrawal.trialId(),
          withdrawal.level(),
          withdrawal.withdrawnOn(),
          withdrawal.withdrawnAt());
    }
  }

  private final WithdrawParticipant withdrawParticipant;
  private final TrialGate gate;

  WithdrawalResource(WithdrawParticipant withdrawParticipant, TrialGate gate) {
    this.withdrawParticipant = withdrawParticipant;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Record a withdrawal; it can be widened later, never taken back")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = WithdrawalResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before",
      content = @Content(schema = @Schema(implementation = WithdrawalResponse.class)))
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  public RestResponse<WithdrawalResponse> withdraw(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawalRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    WithdrawalRequest request = Bodies.read(body, "invalid-withdrawal", WithdrawalRequest::read);
    return switch (withdrawParticipant.withdraw(
        trial, id, request.level(), request.withdrawnOn())) {
      case WithdrawParticipant.Withdrawn withdrawn ->
          RestResponse.status(
              RestResponse.Status.CREATED, WithdrawalResponse.of(withdrawn.withdrawal()));
      case WithdrawParticipant.WithdrawnBefore withdrawn ->
          RestResponse.ok(WithdrawalResponse.of(withdrawn.withdrawal()));
      case WithdrawParticipant.GoesNoFurther no ->
          throw Problem.conflict(
              "withdrawn-already", "A withdrawal that goes as far or further stands already.");
      case WithdrawParticipant.WrongDay day ->
          throw Problem.unprocessable(
              "withdrawal-refused",
              "The day of the withdrawal cannot be right.",
              List.of(
                  new Fault(
                      "/withdrawnOn", "must not lie in the future nor before the inclusion")));
      case WithdrawParticipant.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }
}
