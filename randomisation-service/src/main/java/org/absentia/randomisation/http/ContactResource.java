package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.trial.Contact;
import org.absentia.randomisation.trial.RecordContact;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Attempts to reach candidates. */
@Path("/trials/{trialId}/contacts")
@Tag(name = "Contacts")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
  /** A contact as the recruiter reports it. */
  @Schema(requiredProperties = {"candidateId", "outcome", "contactedOn"})
  public record ContactRequest(
      String candidateId,
      Contact.Outcome outcome,
      List<String> reasons,
      List<String> reasonCodes,
      LocalDate contactedOn) {
    static ContactRequest read(JsonReader in) {
      in.noOthers("candidateId", "outcome", "reasons", "reasonCodes", "contactedOn");
      return new ContactRequest(
          EnrolmentRequest.candidateId(in),
          in.requiredChoice("outcome", Contact.Outcome.class),
          Reasons.texts(in),
          Reasons.codes(in),
          in.requiredDate("contactedOn"));
    }
  }

  /** A recorded contact. */
  public record ContactResponse(
      UUID contactId,
      String trialId,
      String candidateId,
      Contact.Outcome outcome,
      List<String> reasons,
      List<String> reasonCodes,
      LocalDate contactedOn) {
    static ContactResponse of(Contact contact) {
      return new ContactResponse(
          contact.id(),
          contact.trialId(),
          contact.candidateId(),
          contact.outcome(),
          contact.reasons(),
          contact.reasonCodes(),
          contact.contactedOn());
    }
  }

  private final RecordContact recordContact;
  private final TrialGate gate;

  ContactResource(RecordContact recordContact, TrialGate gate) {
    this.recordContact = recordContact;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Record a contact with a candidate and what came of it")
  @APIResponse(
      responseCode = "201",
      description = "Recorded now",
      content = @Content(schema = @Schema(implementation = ContactResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded before",
      content = @Content(schema = @Schema(implementation = ContactResponse.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "contact-differs, or candidate-not-listed, which passes once the list has arrived",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait, with candidate-not-listed only",
              schema = @Schema(implementation = Integer.class)),
      content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
  @RolesAllowed(Roles.RECRUITER)
  public RestResponse<ContactResponse> post(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(implementation = ContactRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    ContactRequest request = Bodies.read(body, "invalid-contact", ContactRequest::read);
    return switch (recordContact.record(
        trial,
        request.candidateId(),
        request.outcome(),
        request.reasons(),
        request.reasonCodes(),
        request.contactedOn())) {
      case RecordContact.Recorded recorded ->
          RestResponse.status(RestResponse.Status.CREATED, ContactResponse.of(recorded.contact()));
      case RecordContact.RecordedBefore recorded ->
          RestResponse.ok(ContactResponse.of(recorded.contact()));
      case RecordContact.DiffersFromRecorded differs ->
          throw Problem.conflict(
              "contact-differs", "This contact is recorded already, with other reasons.");
      case RecordContact.UnknownReasons unknown ->
          throw Problem.unprocessable(
              "contact-refused",
              "The protocol has no such reasons for this outcome.",
              unknown.faults());
      case RecordContact.NotListed unlisted -> throw TrialGate.candidateNotListed();
      case RecordContact.ErasedBefore erased -> throw TrialGate.candidateErased();
      case RecordContact.BeforeList early ->
          throw Problem.unprocessable(
              "contact-refused",
              "The day of the contact cannot be right.",
              List.of(new Fault("/contactedOn", "lies before the list that names the candidate")));
    };
  }
}
