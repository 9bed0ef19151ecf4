package org.absentia.randomisation.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.link.Asked;
import org.absentia.randomisation.link.Language;
import org.absentia.randomisation.link.OpenLink;
import org.absentia.randomisation.link.SubmitThroughLink;
import org.absentia.randomisation.link.Token;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The participants' page: plain HTML, without script, cookie or anything from elsewhere. {@link
 * AnswerDoor} adds the headers.
 */
@Path("/answers/{token}")
@Tag(name = "Answers")
@Produces(MediaType.TEXT_HTML)
public class AnswerPageResource {
  private static final int UNPROCESSABLE = 422;

  /** Where on the page a fault of the submission shows. */
  private static final Map<String, String> SHOWN_AT =
      Map.of("/form", PostedForm.FORM, "/level", PostedForm.LEVEL);

  private final OpenLink openLink;
  private final SubmitThroughLink submitThroughLink;

  AnswerPageResource(OpenLink openLink, SubmitThroughLink submitThroughLink) {
    this.openLink = openLink;
    this.submitThroughLink = submitThroughLink;
  }

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance answers(AnswerPage page);
  }

  @GET
  @Blocking
  @Operation(operationId = "getAnswerPage", summary = "Show what a one-time link asks as a page")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
  @PermitAll
  public RestResponse<String> get(
      String token,
      @QueryParam("language") @DefaultValue("") String wanted,
      @Context HttpHeaders headers) {
    Optional<Asked> found = Token.parse(token).flatMap(openLink::open);
    Language language = language(found, wanted, headers);
    return found
        .map(asked -> page(200, AnswerPageWriter.write(asked, language, PostedForm.none())))
        .orElseGet(() -> gone(language));
  }

  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(operationId = "postAnswerPage", summary = "Take what was filled in on the page")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
  @PermitAll
  public RestResponse<String> post(
      String token,
      @QueryParam("language") @DefaultValue("") String wanted,
      @Context HttpHeaders headers,
      MultivaluedMap<String, String> fields) {
    Optional<Token> read = Token.parse(token);
    Optional<Asked> found = read.flatMap(openLink::answerable);
    Language language = language(found, wanted, headers);
    if (found.isEmpty()) {
      return gone(language);
    }
    Asked asked = found.orElseThrow();
    PostedForm posted = PostedForm.read(asked, fields);
    if (!posted.errors().isEmpty()) {
      return page(UNPROCESSABLE, AnswerPageWriter.write(asked, language, posted));
    }
    return switch (submitThroughLink.submit(read.orElseThrow(), posted.given())) {
      case SubmitThroughLink.Received received -> thanks(asked, language);
      case SubmitThroughLink.ReceivedBefore received -> thanks(asked, language);
      case SubmitThroughLink.UsedOtherwise used -> page(409, AnswerPage.message(language, "other"));
      case SubmitThroughLink.Gone gone -> gone(language);
      case SubmitThroughLink.Refused refused -> refused(asked, language, posted, refused.faults());
    };
  }

  private static RestResponse<String> refused(
      Asked asked, Language language, PostedForm posted, List<Fault> faults) {
    Map<String, String> errors = new HashMap<>();
    for (Fault fault : faults) {
      Optional.ofNullable(SHOWN_AT.get(fault.pointer()))
          .ifPresent(name -> errors.put(name, "error." + name));
    }
    if (errors.isEmpty()) {
      return gone(language);
    }
    PostedForm faulty = new PostedForm(posted.values(), errors, posted.given(), false);
    return page(UNPROCESSABLE, AnswerPageWriter.write(asked, language, faulty));
  }

  private static RestResponse<String> thanks(Asked asked, Language language) {
    String kind = asked.link().purpose().kind().name().toLowerCase(java.util.Locale.ROOT);
    return page(200, AnswerPage.message(language, "thanks." + kind));
  }

  private static RestResponse<String> gone(Language language) {
    return page(404, AnswerPage.message(language, "gone"));
  }

  private static Language language(Optional<Asked> asked, String wanted, HttpHeaders headers) {
    return PageLanguage.choose(
        asked.map(PageLanguage::offered).orElse(List.of(Language.values())),
        wanted,
        headers.getAcceptableLanguages());
  }

  private static RestResponse<String> page(int status, AnswerPage page) {
    return RestResponse.ResponseBuilder.ok(Templates.answers(page).render()).status(status).build();
  }
}
