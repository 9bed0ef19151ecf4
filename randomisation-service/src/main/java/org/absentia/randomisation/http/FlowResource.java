package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.CountFlow;
import org.absentia.randomisation.conduct.Flow;
import org.absentia.randomisation.conduct.Stage;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The flow chart of a trial, up to and without its arms. */
@Path("/trials/{trialId}/flow")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class FlowResource {
  /** How many share a reason; the label is that of the protocol in force. */
  public record ReasonCount(String code, String label, long count) {}

  /**
   * A box with its reasons.
   *
   * @param reasons who has several codes counts under each
   * @param withoutCode for whom no code was given
   */
  public record Box(long count, List<ReasonCount> reasons, long withoutCode) {
    static Box of(Flow flow, Stage stage, Map<String, String> labels) {
      return new Box(
          flow.at(stage),
          flow.reasons().getOrDefault(stage, Map.of()).entrySet().stream()
              .map(
                  reason ->
                      new ReasonCount(
                          reason.getKey(),
                          labels.getOrDefault(reason.getKey(), reason.getKey()),
                          reason.getValue()))
              .toList(),
          flow.withoutCode().getOrDefault(stage, 0L));
    }
  }

  /**
   * Every box. listed = notContacted + contacted; contacted = notReached + declined + excluded +
   * agreed; agreed = the three boxes after assessment + awaitingConsent + consented; consented =
   * ineligibleAtLock + withdrawnBeforeRandomisation + awaitingRandomisation + randomised;
   * randomised = withdrawn by level + notWithdrawn.
   */
  public record FlowResponse(
      String trialId,
      long listed,
      long notContacted,
      long contacted,
      long contactAttempts,
      Box notReached,
      Box declined,
      Box excluded,
      long agreed,
      long assessed,
      Box notEligibleAtAssessment,
      Box declinedAtAssessment,
      long unknownAtAssessment,
      long awaitingConsent,
      long consented,
      Box ineligibleAtLock,
      long withdrawnBeforeRandomisation,
      long awaitingRandomisation,
      long randomised,
      long pilot,
      Map<Withdrawal.Level, Long> withdrawn,
      long notWithdrawn,
      long adverseEvents,
      long seriousAdverseEvents) {
    static FlowResponse of(Trial trial, Flow flow) {
      Map<String, String> labels = trial.protocol().conduct().labels();
      return new FlowResponse(
          trial.id(),
          flow.listed(),
          flow.at(Stage.NOT_CONTACTED),
          flow.contacted(),
          flow.attempts(),
          Box.of(flow, Stage.NOT_REACHED, labels),
          Box.of(flow, Stage.DECLINED, labels),
          Box.of(flow, Stage.EXCLUDED, labels),
          flow.agreed(),
          flow.assessed(),
          Box.of(flow, Stage.NOT_ELIGIBLE, labels),
          Box.of(flow, Stage.ASSESSMENT_DECLINED, labels),
          flow.at(Stage.ASSESSMENT_UNKNOWN),
          flow.at(Stage.AWAITING_CONSENT),
          flow.consented(),
          Box.of(flow, Stage.INELIGIBLE_AT_LOCK, labels),
          flow.at(Stage.WITHDRAWN_BEFORE),
          flow.at(Stage.AWAITING_SLOT),
          flow.at(Stage.RANDOMISED),
          flow.pilot(),
          flow.withdrawn(),
          flow.staying(),
          flow.adverseEvents().all(),
          flow.adverseEvents().serious());
    }
  }

  private final CountFlow countFlow;
  private final TrialGate gate;

  FlowResource(CountFlow countFlow, TrialGate gate) {
    this.countFlow = countFlow;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "Count every box of the flow chart, up to and without the arms")
  @RolesAllowed({Roles.RECRUITER, Roles.STATISTICIAN, Roles.AUDITOR, Roles.ANALYST})
  public FlowResponse flow(String trialId) {
    Trial trial = gate.open(trialId);
    return FlowResponse.of(trial, countFlow.count(trial));
  }
}
