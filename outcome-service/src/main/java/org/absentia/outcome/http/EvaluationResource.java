package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.absentia.outcome.derivation.Derivation;
import org.absentia.outcome.json.EvaluationReading;
import org.absentia.outcome.json.OutcomeWriting;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Derives an outcome from the records in the request; nothing is kept. */
@Path("/evaluations")
@Tag(name = "Evaluations", description = "Outcomes of records sent with the request")
public class EvaluationResource {

  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.INTEGRATOR})
  @Operation(
      summary = "Derive the outcome of one person's records",
      description =
          "Stateless. At most 10 000 records and 16 MB. Roles: analyst, integrator. Every fault of a"
              + " bad request is named by its JSON pointer.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiSchemas.EvaluationRequest.class)))
  @APIResponse(
      responseCode = "200",
      description = "Windows, cumulative months, return to work, baseline variables",
      content = @Content(schema = @Schema(implementation = ApiSchemas.Evaluation.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "413", ref = "#/components/responses/Problem")
  public ObjectNode evaluate(byte[] body) {
    Faults faults = new Faults();
    EvaluationReading request =
        EvaluationReading.read(JsonReader.of(JsonReader.parse(body), faults));
    faults.throwIfAny("invalid-evaluation", "The evaluation request has faults.");
    CurrentRecords records = request.current();
    ObjectNode answer =
        OutcomeWriting.answer(
            Derivation.outcome(request.definition(), request.indexDate(), records));
    if (request.explain()) {
      ArrayNode days = answer.putArray("days");
      Derivation.explanation(request.definition(), request.indexDate(), records)
          .forEach(day -> days.add(OutcomeWriting.write(day)));
    }
    return answer;
  }
}
