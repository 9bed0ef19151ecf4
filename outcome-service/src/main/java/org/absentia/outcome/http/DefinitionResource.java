package org.absentia.outcome.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.absentia.outcome.computation.Definitions;
import org.absentia.outcome.computation.SetDefinition;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.DefinitionReading;
import org.absentia.outcome.json.DefinitionWriting;
import org.absentia.outcome.json.Presets;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What trials measure: the presets, and every definition that a trial has had. */
@Path("/")
@Blocking
@Tag(name = "Definitions", description = "What is measured: presets and the definitions of trials")
public class DefinitionResource {
  private static final int LONGEST_REASON = 1_000;

  private final Definitions definitions;
  private final SetDefinition setDefinition;
  private final Callers callers;

  DefinitionResource(Definitions definitions, SetDefinition setDefinition, Callers callers) {
    this.definitions = definitions;
    this.setDefinition = setDefinition;
    this.callers = callers;
  }

  @GET
  @Path("definitions")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN, Roles.INTEGRATOR, Roles.AUDITOR})
  @Operation(summary = "The definitions that ship with the service")
  @APIResponse(
      responseCode = "200",
      description = "All presets",
      content = @Content(schema = @Schema(implementation = ApiSchemas.Definition[].class)))
  public ArrayNode presets() {
    ArrayNode answer = JsonNodeFactory.instance.arrayNode();
    Presets.all().forEach(preset -> answer.add(DefinitionWriting.write(preset)));
    return answer;
  }

  @GET
  @Path("definitions/{name}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN, Roles.INTEGRATOR, Roles.AUDITOR})
  @Operation(summary = "One definition that ships with the service")
  @APIResponse(
      responseCode = "200",
      description = "The preset",
      content = @Content(schema = @Schema(implementation = ApiSchemas.Definition.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode preset(@PathParam("name") String name) {
    return Presets.named(name)
        .map(DefinitionWriting::write)
        .orElseThrow(() -> Problem.notFound("There is no such preset."));
  }

  @GET
  @Path("trials/{trialId}/definitions")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Every definition that a trial has had, the first first; the last counts")
  @APIResponse(
      responseCode = "200",
      description = "All versions",
      content = @Content(schema = @Schema(implementation = ApiSchemas.TrialDefinitions.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ObjectNode definitions(@PathParam("trialId") String trialId) {
    callers.trial(trialId);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("trialId", trialId);
    ArrayNode versions = answer.putArray("definitions");
    List<TrialDefinition> known = definitions.of(trialId);
    for (int i = 0; i < known.size(); i++) {
      versions.add(DefinitionWriting.write(known.get(i), i + 1));
    }
    return answer;
  }

  @POST
  @Path("trials/{trialId}/definitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.STATISTICIAN)
  @Transactional
  @Operation(
      summary = "Give a trial another definition",
      description =
          "It counts from now on, and every outcome is derived anew; versions derived by earlier"
              + " definitions and datasets locked before stay as they are.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiSchemas.DefinitionRequest.class)))
  @APIResponse(
      responseCode = "201",
      description = "It counts now",
      content = @Content(schema = @Schema(implementation = ApiSchemas.TrialDefinitionBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "It counted already",
      content = @Content(schema = @Schema(implementation = ApiSchemas.TrialDefinitionBody.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Response set(@PathParam("trialId") String trialId, byte[] body) {
    callers.trial(trialId);
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(JsonReader.parse(body), faults);
    in.noOthers("definition", "reason");
    OutcomeDefinition definition = DefinitionReading.read(in, "definition");
    String reason = in.requiredText("reason");
    if (reason.length() > LONGEST_REASON) {
      in.fault("reason", "has at most " + LONGEST_REASON + " characters");
    }
    faults.throwIfAny("invalid-definition", "The definition has faults.");
    return switch (setDefinition.set(trialId, definition, reason, callers.name())) {
      case SetDefinition.Set set -> answer(Response.Status.CREATED, set.definition());
      case SetDefinition.SetBefore known -> answer(Response.Status.OK, known.definition());
      case SetDefinition.UnknownTrial unknown -> throw TrialScope.unknown();
    };
  }

  private Response answer(Response.Status status, TrialDefinition definition) {
    int version = definitions.of(definition.trialId()).size();
    return Response.status(status).entity(DefinitionWriting.write(definition, version)).build();
  }
}
