package org.absentia.randomisation.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.protocol.SimulationReader;
import org.absentia.randomisation.simulation.DesignSimulation;
import org.absentia.randomisation.simulation.Guessing;
import org.absentia.randomisation.simulation.Simulated;
import org.absentia.randomisation.simulation.SimulationRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a design would give away, before a trial commits to it. Nothing is kept. */
@Path("/design-simulations")
@Tag(name = "Design simulations")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class DesignSimulationResource {
  private static final String EXAMPLE =
      """
      {"design":{"method":"BIG_STICK","arms":["A","B"],"limit":3},"n":166,"seed":1}""";

  /**
   * What a design gives away.
   *
   * @param exact whether correctGuesses and certainAllocations are exact, not simulated
   */
  public record SimulationResponse(
      String method,
      int n,
      int runs,
      long seed,
      double theta,
      double eta,
      boolean exact,
      Guessing.Share correctGuesses,
      Guessing.Share certainAllocations,
      Simulated.Imbalance largestImbalance,
      TypeIError typeIError) {
    static SimulationResponse of(SimulationRequest request, Simulated simulated) {
      return new SimulationResponse(
          request.scheme().method(),
          request.participants(),
          request.runs(),
          request.seed(),
          request.timeTrend(),
          request.selectionBias(),
          simulated.exact(),
          simulated.guessing().correct(),
          simulated.guessing().certain(),
          simulated.largestImbalance(),
          new TypeIError(simulated.none(), simulated.timeTrend(), simulated.selectionBias()));
    }
  }

  /** How often the two-sided t-test at 5 % rejects when no arm differs from another. */
  public record TypeIError(
      Simulated.Rate none, Simulated.Rate timeTrend, Simulated.Rate selectionBias) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tell what a design gives away",
      description =
          "Expected share of correct guesses and of certain allocations under the best guesser, largest imbalance,"
              + " and the type I error of the t-test under a time trend (theta) and under selection bias (eta).")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
  @APIResponse(responseCode = "422", description = "More allocations than a call simulates")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.AUDITOR})
  public SimulationResponse simulate(
      @RequestBody(
              description =
                  "design (as in a protocol, with its arms), n, and optionally seed (1), runs (10 000), theta (1), eta"
                      + " (0.5), levelsPerFactor (2, for minimisation)",
              content = @Content(schema = @Schema(type = SchemaType.OBJECT, example = EXAMPLE)))
          byte[] body) {
    SimulationRequest request = Bodies.read(body, "invalid-simulation", SimulationReader::read);
    if ((long) request.runs() * request.participants() > SimulationRequest.MOST_ALLOCATIONS) {
      throw Problem.unprocessable(
          "simulation-too-large",
          "runs times n must not exceed " + SimulationRequest.MOST_ALLOCATIONS + ".",
          List.of());
    }
    return SimulationResponse.of(request, DesignSimulation.run(request));
  }
}
