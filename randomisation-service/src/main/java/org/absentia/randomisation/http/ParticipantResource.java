package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.AnswersReader;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.CompleteAnswers;
import org.absentia.randomisation.trial.EnrolParticipant;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Enrolment with consent and baseline answers. */
@Path("/trials/{trialId}/participants")
@Tag(name = "Participants")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantResource {
  private static final int LARGEST_PAGE = 1000;

  /** More answers, by name as in the enrolment. */
  @Schema(requiredProperties = "answers")
  public record AnswersRequest(
      @Schema(implementation = Object.class, type = SchemaType.OBJECT) Answers answers) {}

  /** A participant in the list, without answers. */
  public record ParticipantEntry(
      UUID participantId,
      String candidateId,
      LocalDate inclusionDate,
      boolean allocated,
      Optional<Boolean> pilot,
      Optional<Withdrawal.Level> withdrawn) {}

  /**
   * A page of participants; {@code next} goes into {@code after} for the next one, null on the
   * last.
   */
  public record ParticipantPage(List<ParticipantEntry> participants, Optional<UUID> next) {}

  private final EnrolParticipant enrolParticipant;
  private final CompleteAnswers completeAnswers;
  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final TrialGate gate;

  ParticipantResource(
      EnrolParticipant enrolParticipant,
      CompleteAnswers completeAnswers,
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      TrialGate gate) {
    this.enrolParticipant = enrolParticipant;
    this.completeAnswers = completeAnswers;
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Enrol a candidate with consent and baseline answers")
  @APIResponse(
      responseCode = "201",
      description = "Enrolled now",
      content = @Content(schema = @Schema(implementation = ParticipantResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Enrolled before, by the same request",
      content = @Content(schema = @Schema(implementation = ParticipantResponse.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "enrolment-differs, or candidate-not-listed, which passes once the list has arrived",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait, with candidate-not-listed only",
              schema = @Schema(implementation = Integer.class)),
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<ParticipantResponse> enrol(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = EnrolmentRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    EnrolmentRequest request =
        Bodies.read(body, "invalid-enrolment", in -> EnrolmentRequest.read(in, trial.protocol()));
    return switch (enrolParticipant.enrol(trial, request.toEnrolment())) {
      case EnrolParticipant.Enrolled enrolled ->
          RestResponse.status(RestResponse.Status.CREATED, response(enrolled.participant(), trial));
      case EnrolParticipant.EnrolledBefore enrolled ->
          RestResponse.ok(response(enrolled.participant(), trial));
      case EnrolParticipant.DiffersFromEnrolled differs ->
          throw Problem.conflict(
              "enrolment-differs", "The candidate is enrolled already, by another request.");
      case EnrolParticipant.ErasedBefore erased -> throw TrialGate.candidateErased();
      case EnrolParticipant.NotListed unlisted -> throw TrialGate.candidateNotListed();
      case EnrolParticipant.Refused refused ->
          throw Problem.unprocessable(
              "inclusion-refused", "The protocol does not allow this inclusion.", refused.faults());
    };
  }

  @PUT
  @Path("/{participantId}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Complete or correct baseline answers until a slot is taken")
  @RolesAllowed(Roles.RECRUITER)
  public ParticipantResponse complete(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = AnswersRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    UUID id = TrialGate.participantId(participantId);
    Answers answers =
        Bodies.read(
            body,
            "invalid-answers",
            in -> {
              in.noOthers("answers");
              return new AnswersReader(trial.protocol()).read(in.requiredObject("answers"));
            });
    return switch (completeAnswers.complete(trial, id, answers)) {
      case CompleteAnswers.Completed completed -> response(completed.participant(), trial);
      case CompleteAnswers.Locked locked ->
          throw Problem.conflict(
              "answers-locked", "The answers are locked, since the slot depends on them.");
      case CompleteAnswers.Unknown unknown -> throw TrialGate.unknownParticipant();
    };
  }

  @GET
  @Operation(summary = "List participants in pages, in order of enrolment")
  @RolesAllowed({Roles.RECRUITER, Roles.AUDITOR})
  public ParticipantPage list(
      String trialId,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    Trial trial = gate.open(trialId);
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    List<Participant> page = participants.page(trial, after.map(TrialGate::participantId), size);
    List<UUID> ids = page.stream().map(Participant::id).toList();
    Map<UUID, Integer> positions = allocations.positions(ids);
    Map<UUID, Withdrawal.Level> levels = withdrawals.levels(ids);
    List<ParticipantEntry> entries =
        page.stream()
            .map(
                participant ->
                    new ParticipantEntry(
                        participant.id(),
                        participant.candidateId(),
                        participant.inclusionDate(),
                        positions.containsKey(participant.id()),
                        Optional.ofNullable(positions.get(participant.id())).map(trial::isPilot),
                        Optional.ofNullable(levels.get(participant.id()))))
            .toList();
    return new ParticipantPage(
        entries, page.size() < size ? Optional.empty() : Optional.of(ids.getLast()));
  }

  private ParticipantResponse response(Participant participant, Trial trial) {
    Map<UUID, Integer> positions = allocations.positions(List.of(participant.id()));
    return ParticipantResponse.of(
        participant, trial, Optional.ofNullable(positions.get(participant.id())));
  }
}
