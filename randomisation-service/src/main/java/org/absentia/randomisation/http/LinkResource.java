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
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One-time links by which a participant answers, consents anew or withdraws. */
@Path("/trials/{trialId}/participants/{participantId}/links")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
public class LinkResource {
  /** What a participant can be asked. */
  public enum Kind {
    QUESTIONNAIRE,
    CONSENT,
    WITHDRAWAL
  }

  /**
   * What to ask.
   *
   * @param timepoint of a questionnaire
   * @param version of a consent form
   */
  @Schema(requiredProperties = "purpose")
  public record LinkRequest(Kind purpose, String timepoint, String version) {
    static Purpose read(JsonReader in) {
      return switch (in.requiredChoice("purpose", Kind.class)) {
        case QUESTIONNAIRE -> {
          in.noOthers("purpose", "timepoint");
          yield new Purpose.Questionnaire(in.requiredText("timepoint"));
        }
        case CONSENT -> {
          in.noOthers("purpose", "version");
          yield new Purpose.Consent(in.requiredText("version"));
        }
        case WITHDRAWAL -> {
          in.noOthers("purpose");
          yield new Purpose.Withdraw();
        }
      };
    }
  }

  private final LinkGate links;
  private final TrialGate gate;

  LinkResource(LinkGate links, TrialGate gate) {
    this.links = links;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make a one-time link for a participant; its URL is shown once",
      description =
          "QUESTIONNAIRE: recruiter, deliverer or messenger. CONSENT: recruiter."
              + " WITHDRAWAL: recruiter or privacy-officer.")
  @APIResponse(
      responseCode = "201",
      description = "Made now; a repetition makes another one",
      content = @Content(schema = @Schema(implementation = IssuedLink.class)))
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER, Roles.PRIVACY_OFFICER, Roles.MESSENGER})
  public RestResponse<IssuedLink> post(
      String trialId,
      String participantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = LinkRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Holder holder = holder(participantId);
    return links.issue(trial, holder, Bodies.read(body, "invalid-link", LinkRequest::read));
  }

  @GET
  @Operation(summary = "Tell how a participant's links stand")
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER, Roles.PRIVACY_OFFICER})
  public LinkList list(String trialId, String participantId) {
    return links.list(gate.open(trialId), holder(participantId));
  }

  @DELETE
  @Path("/{linkId}")
  @Operation(summary = "Take a link back; one that was used stays used")
  @RolesAllowed({Roles.RECRUITER, Roles.DELIVERER, Roles.PRIVACY_OFFICER})
  public LinkResponse revoke(String trialId, String participantId, String linkId) {
    return links.revoke(gate.open(trialId), holder(participantId), linkId);
  }

  private static Holder holder(String participantId) {
    return new Holder.Participant(TrialGate.participantId(participantId));
  }
}
