package org.absentia.randomisation.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.files.ProtocolFiles;
import org.absentia.randomisation.protocol.Protocol;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The protocols that ship with the service. */
@Path("/protocols")
@Tag(name = "Protocols")
@Produces(MediaType.APPLICATION_JSON)
public class ProtocolResource {
  /** A shipped protocol in the list. */
  public record ProtocolEntry(String name, String title) {}

  private final TrialGate gate;

  ProtocolResource(TrialGate gate) {
    this.gate = gate;
  }

  @GET
  @Operation(summary = "List the shipped protocols")
  @RolesAllowed({Roles.STATISTICIAN, Roles.RECRUITER, Roles.ANALYST, Roles.AUDITOR})
  public List<ProtocolEntry> list() {
    return ProtocolFiles.names().stream()
        .map(
            name ->
                new ProtocolEntry(
                    name, ProtocolFiles.find(name).orElseThrow().required("title").asText()))
        .toList();
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "Get a shipped protocol, ready to be opened or adapted by the statistician")
  @APIResponse(
      responseCode = "200",
      description =
          "A document of format absentia-protocol-1; the section randomisation only for statistician and auditor",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @RolesAllowed({Roles.STATISTICIAN, Roles.RECRUITER, Roles.ANALYST, Roles.AUDITOR})
  public JsonNode get(String name) {
    JsonNode whole =
        ProtocolFiles.find(name)
            .orElseThrow(() -> Problem.notFound("There is no such shipped protocol."));
    return gate.showsDesign() ? whole : Protocol.withoutDesign(whole);
  }
}
