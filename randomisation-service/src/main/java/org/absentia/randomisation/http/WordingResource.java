package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.link.ConsentForm;
import org.absentia.randomisation.link.Language;
import org.absentia.randomisation.link.SupplyWording;
import org.absentia.randomisation.link.Wording;
import org.absentia.randomisation.link.WordingReader;
import org.absentia.randomisation.link.Wordings;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Texts for participants that a trial is licensed, or approved, to use. */
@Path("/trials/{trialId}")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
public class WordingResource {
  /**
   * The text of an instrument.
   *
   * @param source where it comes from and by which licence
   */
  @Schema(requiredProperties = {"source", "title", "items"})
  public record WordingRequest(
      String source, String title, String introduction, List<ItemRequest> items) {
    /**
     * The text of an item.
     *
     * @param answers a text for each answer, the lowest first; none where numbers stand alone
     * @param lowest what the lowest number means
     * @param highest what the highest number means
     * @param descending whether the highest answer stands first
     */
    @Schema(requiredProperties = "text")
    public record ItemRequest(
        String text, List<String> answers, String lowest, String highest, Boolean descending) {}
  }

  /**
   * The text of a consent form.
   *
   * @param source where it comes from and who approved it
   */
  @Schema(requiredProperties = {"source", "title", "paragraphs"})
  public record ConsentFormRequest(String source, String title, List<String> paragraphs) {}

  /**
   * A text in force, without the text.
   *
   * @param name of the instrument, or version of the form
   */
  public record WordingResponse(
      Wordings.Kind kind, String name, String language, String source, Instant suppliedAt) {
    static WordingResponse of(Wordings.Supplied supplied) {
      return new WordingResponse(
          supplied.name().kind(),
          supplied.name().name(),
          supplied.name().language().tag(),
          supplied.source(),
          supplied.suppliedAt());
    }
  }

  /** The texts in force. */
  public record WordingList(List<WordingResponse> wordings) {}

  private record Sourced(String source, Map<String, Object> plain) {}

  private final SupplyWording supplyWording;
  private final Wordings wordings;
  private final TrialGate gate;

  WordingResource(SupplyWording supplyWording, Wordings wordings, TrialGate gate) {
    this.supplyWording = supplyWording;
    this.wordings = wordings;
    this.gate = gate;
  }

  @GET
  @Path("/wordings")
  @Operation(summary = "List which texts for participants a trial has supplied")
  @RolesAllowed({Roles.STATISTICIAN, Roles.RECRUITER, Roles.AUDITOR})
  public WordingList list(String trialId) {
    Trial trial = gate.open(trialId);
    return new WordingList(wordings.inForce(trial.id()).stream().map(WordingResponse::of).toList());
  }

  @PUT
  @Path("/wordings/{instrument}/{language}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Supply the text of an instrument in a language, nb or en")
  @RolesAllowed(Roles.STATISTICIAN)
  public WordingResponse putWording(
      String trialId,
      String instrument,
      String language,
      @RequestBody(content = @Content(schema = @Schema(implementation = WordingRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Instrument worded =
        trial
            .protocol()
            .instrument(instrument)
            .orElseThrow(() -> Problem.notFound("The protocol has no such instrument."));
    Wordings.Name name =
        new Wordings.Name(Wordings.Kind.INSTRUMENT, instrument, language(language));
    return supply(trial, name, Bodies.read(body, "invalid-wording", in -> wording(in, worded)));
  }

  @PUT
  @Path("/consent-forms/{version}/{language}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Supply the text of a version of the consent form in a language, nb or en")
  @RolesAllowed(Roles.STATISTICIAN)
  public WordingResponse putConsentForm(
      String trialId,
      String version,
      String language,
      @RequestBody(content = @Content(schema = @Schema(implementation = ConsentFormRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    if (!trial.protocol().admitsConsent(version)) {
      throw Problem.notFound("The protocol has no such version of the form.");
    }
    Wordings.Name name = new Wordings.Name(Wordings.Kind.CONSENT_FORM, version, language(language));
    return supply(trial, name, Bodies.read(body, "invalid-wording", WordingResource::form));
  }

  private WordingResponse supply(Trial trial, Wordings.Name name, Sourced sourced) {
    return WordingResponse.of(supplyWording.supply(trial, name, sourced.source(), sourced.plain()));
  }

  private static Sourced wording(JsonReader in, Instrument instrument) {
    in.noOthers("source", "title", "introduction", "items");
    Wording wording = WordingReader.wording(in);
    WordingReader.checkFits(in, wording, instrument);
    return new Sourced(in.requiredText("source"), wording.plain());
  }

  private static Sourced form(JsonReader in) {
    in.noOthers("source", "title", "paragraphs");
    ConsentForm form = WordingReader.form(in);
    return new Sourced(in.requiredText("source"), form.plain());
  }

  private static Language language(String tag) {
    return Language.ofTag(tag).orElseThrow(() -> Problem.notFound("Texts are in nb or in en."));
  }
}
