package org.absentia.randomisation.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.http.AnswerResponse.AnswerReceipt;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.link.Asked;
import org.absentia.randomisation.link.Given;
import org.absentia.randomisation.link.Language;
import org.absentia.randomisation.link.OpenLink;
import org.absentia.randomisation.link.SubmitThroughLink;
import org.absentia.randomisation.link.Token;
import org.absentia.randomisation.protocol.ItemsReader;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Withdrawal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a participant's application asks and sends; the token of the link is the authority. */
@Path("/answers/{token}")
@Tag(name = "Answers")
public class AnswerResource {
  /**
   * Answers, consent or withdrawal, whichever the link asks.
   *
   * @param form digest of the consent form that was read
   */
  @Schema(name = "AnswerRequest")
  public record AnswerRequest(
      @Schema(
              implementation = Object.class,
              type = SchemaType.OBJECT,
              description = "Items by instrument, null where missing",
              examples = "{\"hads-anxiety\":[1,0,2,1,null,0,3]}")
          Object items,
      Boolean consents,
      String form,
      Withdrawal.Level level) {
    static Given read(JsonReader in, Asked asked) {
      return switch (asked.link().purpose().kind()) {
        case QUESTIONNAIRE -> {
          in.noOthers("items");
          yield new Given(items(in, asked), false, Optional.empty(), Optional.empty());
        }
        case CONSENT -> {
          in.noOthers("consents", "form");
          yield new Given(Map.of(), in.bool("consents", false), form(in), Optional.empty());
        }
        case WITHDRAWAL -> {
          in.noOthers("level");
          yield new Given(
              Map.of(),
              false,
              Optional.empty(),
              Optional.of(in.requiredChoice("level", Withdrawal.Level.class)));
        }
        case ENROLMENT -> {
          in.noOthers("items", "consents", "form");
          yield new Given(items(in, asked), in.bool("consents", false), form(in), Optional.empty());
        }
      };
    }

    private static Map<String, ItemAnswers> items(JsonReader in, Asked asked) {
      Function<String, Optional<Instrument>> instruments =
          name ->
              asked.instruments().stream()
                  .filter(instrument -> instrument.name().equals(name))
                  .findFirst();
      return ItemsReader.read(in.requiredObject("items"), instruments);
    }

    private static Optional<Hash> form(JsonReader in) {
      return Optional.of(in.requiredText("form")).filter(Hash::isHex).map(Hash::new);
    }
  }

  private final OpenLink openLink;
  private final SubmitThroughLink submitThroughLink;

  AnswerResource(OpenLink openLink, SubmitThroughLink submitThroughLink) {
    this.openLink = openLink;
    this.submitThroughLink = submitThroughLink;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getAnswers",
      summary = "Tell what a one-time link asks; looking uses nothing up",
      description = "As text/html a page. The texts are in the language asked for, or accepted.")
  @PermitAll
  public AnswerResponse get(
      String token,
      @QueryParam("language") @DefaultValue("") String language,
      @Context HttpHeaders headers) {
    Asked asked = Token.parse(token).flatMap(openLink::open).orElseThrow(AnswerResource::gone);
    Language chosen =
        PageLanguage.choose(
            PageLanguage.offered(asked), language, headers.getAcceptableLanguages());
    return AnswerResponse.of(asked, chosen);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "postAnswers", summary = "Hand in what a one-time link asks, once")
  @APIResponse(
      responseCode = "201",
      description = "Received now",
      content = @Content(schema = @Schema(implementation = AnswerReceipt.class)))
  @APIResponse(
      responseCode = "200",
      description = "Received a moment ago, in the same words",
      content = @Content(schema = @Schema(implementation = AnswerReceipt.class)))
  @PermitAll
  public RestResponse<AnswerReceipt> post(
      String token,
      @RequestBody(content = @Content(schema = @Schema(implementation = AnswerRequest.class)))
          byte[] body) {
    Token read = Token.parse(token).orElseThrow(AnswerResource::gone);
    Asked asked = openLink.answerable(read).orElseThrow(AnswerResource::gone);
    Given given = Bodies.read(body, "invalid-answers", in -> AnswerRequest.read(in, asked));
    return switch (submitThroughLink.submit(read, given)) {
      case SubmitThroughLink.Received received ->
          RestResponse.status(RestResponse.Status.CREATED, new AnswerReceipt(received.at()));
      case SubmitThroughLink.ReceivedBefore received ->
          RestResponse.ok(new AnswerReceipt(received.at()));
      case SubmitThroughLink.UsedOtherwise used ->
          throw Problem.conflict("link-used", "Other answers came through this link.");
      case SubmitThroughLink.Refused refused ->
          throw Problem.unprocessable(
              "answers-refused", "This is not what the link asks.", refused.faults());
      case SubmitThroughLink.Gone gone -> throw gone();
    };
  }

  /** Unknown, used, expired and revoked links look alike. */
  private static Problem gone() {
    return Problem.notFound("The link does not work.");
  }
}
