package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;

/**
 * A trial with a follow-up, two versions of the consent form and texts for participants, and what
 * one does with its links.
 */
final class LinkedTrial {
  static final String QUESTIONNAIRE = "{\"purpose\":\"QUESTIONNAIRE\",\"timepoint\":\"M3\"}";
  static final String CONSENT = "{\"purpose\":\"CONSENT\",\"version\":\"2\"}";
  static final String WITHDRAWAL = "{\"purpose\":\"WITHDRAWAL\"}";
  static final String ENROLMENT = "{\"purpose\":\"ENROLMENT\",\"version\":\"2\"}";
  static final String ANSWERS =
      "{\"items\":{\"hads-anxiety\":[1,2,1,0,2,1,1],\"work-ability\":[7],\"eq-vas\":[60]}}";

  /** Made up for these tests: the instruments' own texts are licensed. */
  private static final String HADS =
      """
      {"source":"made up for this test","title":"Uro","introduction":"Siste uke.","items":[%s]}
      """
          .formatted(
              String.join(
                  ",",
                  java.util.Collections.nCopies(
                      7,
                      "{\"text\":\"Oppdiktet spørsmål om uro\",\"answers\":"
                          + "[\"Aldri\",\"Av og til\",\"Ofte\",\"Nesten hele tiden\"],\"descending\":true}")));

  private static final String WORK =
      """
      {"source":"made up for this test","title":"Arbeidsevne","items":[{"text":"Oppdiktet spørsmål om arbeidsevne",
       "lowest":"kan ikke arbeide","highest":"så god som den noen gang har vært"}]}
      """;

  private static final String HEALTH =
      """
      {"source":"made up for this test","title":"Helse i dag","items":[{"text":"Oppdiktet spørsmål om helsen i dag",
       "lowest":"verst tenkelige helse","highest":"best tenkelige helse"}]}
      """;

  private static final String FORM =
      """
      {"source":"made up for this test","title":"%s","paragraphs":["Forskere vil vite om oppfølging hjelper.",
       "Det er frivillig å delta, og du kan trekke deg når som helst."]}
      """;

  private LinkedTrial() {}

  static String open() {
    String trial = "t-" + UUID.randomUUID();
    ObjectNode protocol = ServiceTest.protocol(trial);
    protocol.withArray("/instruments").addObject().put("name", "hads-anxiety");
    protocol.withObject("/recruitment").put("to", "2099-12-31");
    protocol.withObject("/consent").put("version", "2");
    protocol.withArray("/legal/consentVersions").add("2");
    protocol.set(
        "timepoints",
        JsonReader.parse(
            """
            [{"name":"BASELINE","after":"P0D","anchor":"INCLUSION","instruments":["keele-start-msk","ompsq-sf"]},
             {"name":"END","after":"P0D","anchor":"PROGRAMME_END","closesDaysAfter":14,"instruments":["hads-anxiety"]},
             {"name":"M3","after":"P3M","anchor":"INCLUSION","opensDaysBefore":14,"closesDaysAfter":28,
              "instruments":["hads-anxiety","work-ability","eq-vas"]},
             {"name":"M999","after":"P83Y","anchor":"INCLUSION","instruments":["work-ability"]}]
            """
                .getBytes(StandardCharsets.UTF_8)));
    ServiceTest.as("statistician").body(protocol.toString()).post("/trials").then().statusCode(201);
    return trial;
  }

  /** Supplies texts in bokmål, of the consent form in English too. */
  static void word(String trial) {
    wording(trial, "hads-anxiety", "nb", HADS).then().statusCode(200);
    wording(trial, "work-ability", "nb", WORK).then().statusCode(200);
    wording(trial, "eq-vas", "nb", HEALTH).then().statusCode(200);
    form(trial, "nb", "Vil du være med?");
    form(trial, "en", "Will you take part?");
  }

  static void form(String trial, String language, String title) {
    ServiceTest.as("statistician")
        .body(FORM.formatted(title))
        .put("/trials/{t}/consent-forms/2/{l}", trial, language)
        .then()
        .statusCode(200);
  }

  static Response wording(String trial, String instrument, String language, String body) {
    return ServiceTest.as("statistician")
        .body(body)
        .put("/trials/{t}/wordings/{i}/{l}", trial, instrument, language);
  }

  static String allocated(String trial) {
    String participant = ServiceTest.enrol(trial, ServiceTest.LOW);
    ServiceTest.allocate(trial, participant).then().statusCode(201);
    return participant;
  }

  static Response ask(String role, String trial, String participant, String what) {
    return ServiceTest.as(role)
        .body(what)
        .post("/trials/{t}/participants/{p}/links", trial, participant);
  }

  static Response askCandidate(String trial, String candidate) {
    return ServiceTest.as("recruiter")
        .body(ENROLMENT)
        .post("/trials/{t}/candidates/{c}/links", trial, candidate);
  }

  static String token(Response issued) {
    String url = issued.then().statusCode(201).extract().path("url");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  static String questionnaire(String trial, String participant) {
    return token(ask("recruiter", trial, participant, QUESTIONNAIRE));
  }

  static Response open(String token) {
    return given().accept(ContentType.JSON).get("/answers/{token}", token);
  }

  static Response send(String token, String body) {
    return given().contentType(ContentType.JSON).body(body).post("/answers/{token}", token);
  }

  /** What a phone sends. */
  static RequestSpecification browser() {
    return browser("nb-NO,nb;q=0.9,en;q=0.8");
  }

  static RequestSpecification browser(String languages) {
    return given()
        .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .header("Accept-Language", languages);
  }

  static Response page(String token) {
    return browser().get("/answers/{token}", token);
  }

  static Response post(String token, Map<String, String> fields) {
    return browser()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post("/answers/{token}", token);
  }

  static Response links(String role, String trial, String participant) {
    return ServiceTest.as(role).get("/trials/{t}/participants/{p}/links", trial, participant);
  }
}
