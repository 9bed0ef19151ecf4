package org.absentia.analysis.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.absentia.analysis.method.Methods;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statistics engine: data in, result out, nothing kept. */
@Path("/statistics/{method}")
@Blocking
@Tag(name = "statistics", description = "Every method of the engine on data sent with the request")
class StatisticsResource {

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN})
  @Operation(
      summary = "Compute one method",
      description =
          "Columns, formula and options in, estimates out. At most 5 million cells. The README of the"
              + " engine has a request and an answer for each method.")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "The result, with the rows used and notes",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "400", description = "A problem that names each fault by its pointer")
  @APIResponse(responseCode = "413", description = "The body is too large")
  public ObjectNode compute(@PathParam("method") String method, byte[] body) {
    return Methods.answer(method, body);
  }
}
