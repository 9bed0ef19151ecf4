package org.absentia.randomisation.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.report.TestSelectionBias;
import org.absentia.randomisation.simulation.BergerExner;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether recruiters seem to have guessed, asked once all arms are open. */
@Path("/trials/{trialId}/selection-bias-tests")
@Tag(name = "Reports")
@Blocking
public class SelectionBiasResource {
  private static final int MOST_OUTCOMES = 100_000;

  /** The outcome of one participant. */
  public record Outcome(UUID participantId, double value) {}

  /** Outcomes by participant; who is missing counts for the past only. */
  @Schema(requiredProperties = "outcomes")
  public record SelectionBiasRequest(List<Outcome> outcomes) {}

  /**
   * A slope of the outcome on the reverse propensity score.
   *
   * @param arm whose probability is the score
   * @param among the arm that is looked at; null for all, adjusted for their arms and strata
   */
  public record SlopeResponse(
      String arm,
      Optional<String> among,
      int participants,
      double slope,
      double standardError,
      double t,
      int degreesOfFreedom,
      double pValue) {
    static SlopeResponse of(BergerExner.Tested tested, List<String> arms) {
      return new SlopeResponse(
          arms.get(tested.arm()),
          tested.among().isPresent()
              ? Optional.of(arms.get(tested.among().getAsInt()))
              : Optional.empty(),
          tested.participants(),
          tested.slope(),
          tested.standardError(),
          tested.t(),
          tested.degreesOfFreedom(),
          tested.pValue());
    }
  }

  /** The tests; what cannot be tested is left out. */
  public record SelectionBiasResponse(String method, int participants, List<SlopeResponse> tests) {}

  private final TestSelectionBias testSelectionBias;
  private final TrialGate gate;

  SelectionBiasResource(TestSelectionBias testSelectionBias, TrialGate gate) {
    this.testSelectionBias = testSelectionBias;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Test for selection bias (Berger and Exner 1999) on outcomes that are not kept",
      description =
          "Regresses the outcome on the probability that the allocation had of an arm, given all before it in the"
              + " stratum. Only once OPEN_BUNDLE was approved: slopes on chosen outcomes would tell arms.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SelectionBiasResponse.class)))
  @APIResponse(responseCode = "409", description = "bundle-closed: two persons have not agreed")
  @RolesAllowed({Roles.STATISTICIAN, Roles.AUDITOR})
  public SelectionBiasResponse test(
      String trialId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = SelectionBiasRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Map<UUID, Double> outcomes =
        Bodies.read(body, "invalid-selection-bias-test", SelectionBiasResource::read);
    return switch (testSelectionBias.test(trial, outcomes)) {
      case TestSelectionBias.Tested tested ->
          new SelectionBiasResponse(
              "BERGER_EXNER",
              tested.participants(),
              tested.tests().stream()
                  .map(test -> SlopeResponse.of(test, trial.protocol().design().arms()))
                  .toList());
      case TestSelectionBias.NotOpen closed ->
          throw Problem.conflict(
              "bundle-closed", "Nobody proposed and approved to open the bundle of this trial.");
      case TestSelectionBias.NotForetold not ->
          throw Problem.unprocessable(
              "selection-bias-untestable",
              "Allocations of this design do not follow from those before them in their stratum.",
              List.of());
      case TestSelectionBias.Unknown unknown ->
          throw Problem.unprocessable(
              "selection-bias-untestable",
              "Outcomes of participants that have no slot.",
              places(new ArrayList<>(outcomes.keySet()), unknown));
    };
  }

  private static List<Fault> places(List<UUID> order, TestSelectionBias.Unknown unknown) {
    return unknown.participants().stream()
        .map(
            id ->
                new Fault(
                    "/outcomes/" + order.indexOf(id) + "/participantId",
                    "has no slot in the trial"))
        .toList();
  }

  private static Map<UUID, Double> read(JsonReader in) {
    in.noOthers("outcomes");
    Map<UUID, Double> outcomes = new LinkedHashMap<>();
    List<JsonReader> elements = in.elements("outcomes");
    if (elements.isEmpty() || elements.size() > MOST_OUTCOMES) {
      in.fault("outcomes", "must hold 1 to " + MOST_OUTCOMES + " outcomes");
      return outcomes;
    }
    for (JsonReader element : elements) {
      element.noOthers("participantId", "value");
      double value = element.requiredDecimal("value").doubleValue();
      if (!Double.isFinite(value) || Math.abs(value) > 1e12) {
        element.fault("value", "must lie between -1e12 and 1e12");
      }
      participant(element)
          .ifPresent(
              id -> {
                if (outcomes.put(id, value) != null) {
                  element.fault("participantId", "is named twice");
                }
              });
    }
    return outcomes;
  }

  private static Optional<UUID> participant(JsonReader in) {
    try {
      return Optional.of(UUID.fromString(in.requiredText("participantId")));
    } catch (IllegalArgumentException malformed) {
      in.fault("participantId", "must be a UUID");
      return Optional.empty();
    }
  }
}
