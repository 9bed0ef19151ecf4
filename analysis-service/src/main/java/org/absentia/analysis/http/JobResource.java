package org.absentia.analysis.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.absentia.analysis.job.Job;
import org.absentia.analysis.job.Jobs;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests to the statistics engine that are answered later. */
@Path("/statistics")
@Blocking
@Tag(name = "statistics")
@RolesAllowed({Roles.ANALYST, Roles.STATISTICIAN})
class JobResource {
  private final Jobs jobs;
  private final Caller caller;

  JobResource(Jobs jobs, Caller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @GET
  @Path("/jobs/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "How far a job is",
      description = "A job is known to whoever submitted it, until an hour after its end.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(responseCode = "404", description = "No job of the caller, or none any more")
  public JobView status(@PathParam("id") String id) {
    return JobView.of(jobs.find(caller.name(), id).status());
  }

  @GET
  @Path("/jobs/{id}/result")
  @Produces({MediaType.APPLICATION_JSON, Figures.SVG})
  @Operation(
      summary = "The answer of a job",
      description = "A job that failed is answered by the problem that it failed of.")
  @APIResponse(
      responseCode = "200",
      description = "What the call would have been answered",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = Figures.SVG, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "404", description = "No job of the caller, or none any more")
  @APIResponse(responseCode = "406", description = "The method has no figure")
  @APIResponse(responseCode = "409", description = "Not done yet, or cancelled")
  public Response result(@PathParam("id") String id, @Context HttpHeaders headers) {
    Job job = jobs.find(caller.name(), id);
    MediaType type = Figures.wanted(headers, job.status().method());
    return Figures.answer(type, job.result());
  }

  @DELETE
  @Path("/jobs/{id}")
  @Operation(
      summary = "Cancel a job",
      description = "A running job stops at its next step; one that has ended is forgotten.")
  @APIResponse(responseCode = "204", description = "Nobody works on it any more")
  @APIResponse(responseCode = "404", description = "No job of the caller, or none any more")
  public void cancel(@PathParam("id") String id) {
    jobs.cancel(caller.name(), id);
  }
}
