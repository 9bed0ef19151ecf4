package org.absentia.analysis.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.absentia.analysis.job.Calls;
import org.absentia.analysis.job.Job;
import org.absentia.analysis.job.Jobs;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The statistics engine: data in, result out, nothing kept. Its path is that of {@link
 * JobResource}: a longer one would hide the other's operations.
 */
@Path("/statistics")
@Blocking
@Tag(name = "statistics", description = "Every method of the engine on data sent with the request")
class StatisticsResource {
  private final Calls calls;
  private final Jobs jobs;
  private final Caller caller;

  StatisticsResource(Calls calls, Jobs jobs, Caller caller) {
    this.calls = calls;
    this.jobs = jobs;
    this.caller = caller;
  }

  @POST
  @Path("/{method}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Figures.SVG})
  @RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN})
  @Operation(
      summary = "Compute one method",
      description =
          "Columns, formula and options in, estimates out. At most 5 million cells. The README of the"
              + " engine has a request and an answer for each method. What would take longer than some"
              + " 20 seconds is answered as a job, if the request says Prefer: respond-async."
              + " multiple-imputation is also answered as a figure of its chains.")
  @Parameter(
      name = "Prefer",
      in = ParameterIn.HEADER,
      description = "respond-async (RFC 7240) makes the request a job",
      schema = @Schema(type = SchemaType.STRING))
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "The result, with the rows used and notes",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = Figures.SVG, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "202",
      description = "A job that will have the result",
      headers = @Header(name = "Location", description = "The job"),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class)))
  @APIResponse(responseCode = "400", description = "A problem that names each fault by its pointer")
  @APIResponse(responseCode = "406", description = "The method has no figure")
  @APIResponse(responseCode = "413", description = "The body is too large")
  @APIResponse(
      responseCode = "422",
      description = "Too much work for a call (too-large-for-a-call) or for a job (too-large)")
  @APIResponse(responseCode = "429", description = "As many jobs wait as may; try again later")
  @APIResponse(
      responseCode = "503",
      description = "Other computations are running; try again later")
  public Response compute(
      @PathParam("method") String method, byte[] body, @Context HttpHeaders headers) {
    if (Preference.respondAsync(headers)) {
      return accepted(jobs.submit(caller.name(), method, body));
    }
    MediaType type = Figures.wanted(headers, method);
    return Figures.answer(type, calls.answer(method, body));
  }

  private static Response accepted(Job.Status job) {
    JobView view = JobView.of(job);
    return Response.accepted(view)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.LOCATION, view.links().self())
        .header(Preference.APPLIED, Preference.RESPOND_ASYNC)
        .build();
  }
}
