package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Item;
import org.absentia.randomisation.instrument.Rounding;
import org.absentia.randomisation.instrument.Weights;
import org.absentia.randomisation.questionnaire.SupplyWeights;
import org.absentia.randomisation.questionnaire.WeightTables;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tables of weights that a trial is licensed to use. */
@Path("/trials/{trialId}/instrument-weights")
@Tag(name = "Questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class InstrumentWeightsResource {
  /** For each item, what each answer is worth, from the lowest answer on. */
  @Schema(requiredProperties = {"source", "weights"})
  public record WeightsRequest(String source, List<List<BigDecimal>> weights) {
    static WeightsRequest read(JsonReader in, Instrument instrument) {
      in.noOthers("source", "weights");
      String source = Reasons.longText(in, "source");
      List<List<BigDecimal>> weights = weights(in, instrument);
      if (!in.faults().any()) {
        checkRange(in, new Weights(weights), instrument);
      }
      return new WeightsRequest(source, weights);
    }

    private static List<List<BigDecimal>> weights(JsonReader in, Instrument instrument) {
      List<JsonReader> rows = in.elements("weights");
      if (rows.size() != instrument.items().size()) {
        in.fault("weights", "has an array for each of " + instrument.items().size() + " items");
        return List.of();
      }
      List<List<BigDecimal>> weights = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        weights.add(row(rows.get(i), instrument.items().get(i)));
      }
      return weights;
    }

    private static List<BigDecimal> row(JsonReader in, Item item) {
      int answers = item.maximum() - item.minimum() + 1;
      List<BigDecimal> values = new ArrayList<>();
      in.node()
          .forEach(
              value -> {
                if (value.isNumber()) {
                  values.add(value.decimalValue());
                }
              });
      if (!in.node().isArray() || in.node().size() != answers || values.size() != answers) {
        in.fault("must be an array of " + answers + " numbers");
      }
      return values;
    }

    /** Published tables add up to 1 only after rounding. */
    private static void checkRange(JsonReader in, Weights weights, Instrument instrument) {
      Weights.Range range = instrument.weighting().orElseThrow();
      Rounding rounding = instrument.total().rounding();
      if (rounding.round(weights.lowest()).compareTo(range.lowest()) < 0
          || rounding.round(weights.highest()).compareTo(range.highest()) > 0) {
        in.fault(
            "weights",
            "must give scores from "
                + range.lowest().toPlainString()
                + " to "
                + range.highest().toPlainString());
      }
    }
  }

  /** That a table counts from now on. */
  public record WeightsResponse(String instrument, String source, Instant suppliedAt) {}

  private final SupplyWeights supplyWeights;
  private final TrialGate gate;

  InstrumentWeightsResource(SupplyWeights supplyWeights, TrialGate gate) {
    this.supplyWeights = supplyWeights;
    this.gate = gate;
  }

  @PUT
  @Path("/{instrument}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Supply the weights of a licensed instrument, such as the 15D")
  @RolesAllowed(Roles.STATISTICIAN)
  public WeightsResponse put(
      String trialId,
      String instrument,
      @RequestBody(content = @Content(schema = @Schema(implementation = WeightsRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Instrument weighted =
        trial
            .protocol()
            .instrument(instrument)
            .filter(known -> known.weighting().isPresent())
            .orElseThrow(
                () -> Problem.notFound("The protocol has no such instrument with weights."));
    WeightsRequest request =
        Bodies.read(body, "invalid-weights", in -> WeightsRequest.read(in, weighted));
    WeightTables.Supplied table =
        supplyWeights.supply(trial, weighted, request.source(), new Weights(request.weights()));
    return new WeightsResponse(instrument, table.source(), table.suppliedAt());
  }
}
