package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.http.LinkResponse.IssuedLink;
import org.absentia.randomisation.http.LinkResponse.LinkList;
import org.absentia.randomisation.link.Holder;
import org.absentia.randomisation.link.Purpose;
import org.absentia.randomisation.trial.CandidateId;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One-time links by which a listed candidate consents and answers the baseline: enrols. */
@Path("/trials/{trialId}/candidates/{candidateId}/links")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
public class CandidateLinkResource {
  /** What a candidate can be asked. */
  public enum Kind {
    ENROLMENT
  }

  /** What to ask: consent to a version of the form, and the baseline. */
  @Schema(requiredProperties = {"purpose", "version"})
  public record CandidateLinkRequest(Kind purpose, String version) {
    static Purpose read(JsonReader in) {
      in.noOthers("purpose", "version");
      in.requiredChoice("purpose", Kind.class);
      return new Purpose.Enrol(in.requiredText("version"));
    }
  }

  private final LinkGate links;
  private final TrialGate gate;

  CandidateLinkResource(LinkGate links, TrialGate gate) {
    this.links = links;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a one-time link by which a candidate enrols; its URL is shown once")
  @APIResponse(
      responseCode = "201",
      description = "Made now; a repetition makes another one",
      content = @Content(schema = @Schema(implementation = IssuedLink.class)))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<IssuedLink> post(
      String trialId,
      String candidateId,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = CandidateLinkRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Holder holder = holder(candidateId);
    return links.issue(
        trial, holder, Bodies.read(body, "invalid-link", CandidateLinkRequest::read));
  }

  @GET
  @Operation(summary = "Tell how a candidate's links stand")
  @RolesAllowed(Roles.RECRUITER)
  public LinkList list(String trialId, String candidateId) {
    return links.list(gate.open(trialId), holder(candidateId));
  }

  @DELETE
  @Path("/{linkId}")
  @Operation(summary = "Take a candidate's link back; one that was used stays used")
  @RolesAllowed(Roles.RECRUITER)
  public LinkResponse revoke(String trialId, String candidateId, String linkId) {
    return links.revoke(gate.open(trialId), holder(candidateId), linkId);
  }

  private static Holder holder(String candidateId) {
    if (!CandidateId.fits(candidateId)) {
      throw TrialGate.candidateNotListed();
    }
    return new Holder.Candidate(candidateId);
  }
}
