package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.protocol.Window;
import org.absentia.randomisation.protocol.Window.Phase;
import org.absentia.randomisation.questionnaire.ListDueQuestionnaires;
import org.absentia.randomisation.questionnaire.ListDueQuestionnaires.Due;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questionnaires that wait for an answer. */
@Path("/trials/{trialId}/due-questionnaires")
@Tag(name = "Questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class DueQuestionnaireResource {
  private static final int LARGEST_PAGE = 1000;

  /** A questionnaire that was not answered. */
  public record DueResponse(UUID participantId, String timepoint, Phase status, Window window) {
    static DueResponse of(Due due) {
      return new DueResponse(
          due.participantId(), due.timepoint().name(), due.phase(), due.window());
    }
  }

  /**
   * The questionnaires of a page of participants; {@code next} goes into {@code after} for the next
   * one, null on the last.
   */
  public record DuePage(LocalDate on, List<DueResponse> questionnaires, Optional<UUID> next) {}

  private final ListDueQuestionnaires due;
  private final TrialGate gate;
  private final TimepointGate timepoints;
  private final Clock clock;

  DueQuestionnaireResource(
      ListDueQuestionnaires due, TrialGate gate, TimepointGate timepoints, Clock clock) {
    this.due = due;
    this.gate = gate;
    this.timepoints = timepoints;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "List what is due, overdue or missed on a day, by participant")
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER})
  public DuePage list(
      String trialId,
      @QueryParam("on") Optional<String> on,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    Trial trial = gate.open(trialId);
    LocalDate day = on.map(DueQuestionnaireResource::day).orElseGet(() -> LocalDate.now(clock));
    ListDueQuestionnaires.Page page =
        due.list(
            trial, day, after.map(TrialGate::participantId), Math.clamp(limit, 1, LARGEST_PAGE));
    return new DuePage(
        day,
        page.due().stream()
            .filter(questionnaire -> timepoints.admits(questionnaire.timepoint()))
            .map(DueResponse::of)
            .toList(),
        page.next());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw Problem.badRequest(
          "invalid-day",
          "The day is malformed.",
          List.of(new Fault("/on", "must be a date such as 2019-07-10")));
    }
  }
}
