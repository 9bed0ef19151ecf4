package org.absentia.randomisation.http;

import static org.absentia.randomisation.http.LinkedTrial.CONSENT;
import static org.absentia.randomisation.http.LinkedTrial.WITHDRAWAL;
import static org.absentia.randomisation.http.LinkedTrial.allocated;
import static org.absentia.randomisation.http.LinkedTrial.ask;
import static org.absentia.randomisation.http.LinkedTrial.askCandidate;
import static org.absentia.randomisation.http.LinkedTrial.browser;
import static org.absentia.randomisation.http.LinkedTrial.page;
import static org.absentia.randomisation.http.LinkedTrial.post;
import static org.absentia.randomisation.http.LinkedTrial.questionnaire;
import static org.absentia.randomisation.http.LinkedTrial.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that a participant opens on a telephone. */
@QuarkusTest
class AnswerPageTest extends ServiceTest {
  @Test
  void a_participant_fills_in_the_page_and_is_thanked() throws IOException {
    // Given
    String trial = worded();
    String participant = allocated(trial);
    String token = questionnaire(trial, participant);
    String asked = html(page(token), 200, "questionnaire");
    assertThat(asked)
        .contains("<html lang=\"nb\">", "1. Oppdiktet spørsmål om uro", "Nesten hele tiden")
        .contains("0 betyr: kan ikke arbeide", "Skriv et helt tall fra 0 til 100.")
        .contains("name=\"viewport\"")
        .doesNotContain("http://", "https://", "<script", token, participant, trial);
    assertThat(asked.indexOf("Nesten hele tiden")).isLessThan(asked.indexOf("Aldri"));

    // When
    String thanks = html(post(token, answers()), 200, "thanks");

    // Then
    assertThat(thanks).contains("Takk! Svarene er mottatt").doesNotContain("<form", "autofocus");
    assertThat(html(post(token, answers()), 200)).isEqualTo(thanks);
    as("recruiter")
        .get("/trials/{t}/participants/{p}/questionnaires/M3", trial, participant)
        .then()
        .body("versions", hasSize(1))
        .body("versions.author", contains("PARTICIPANT"))
        .body("versions[0].items.hads-anxiety", contains(1, 2, 1, 0, 2, 1, 1))
        .body("versions[0].items.eq-vas", contains(60));
    assertThat(html(page(token), 404, "gone")).contains("Lenken virker ikke");
  }

  @Test
  void errors_stand_beside_the_questions_and_in_a_summary_and_the_answers_stay()
      throws IOException {
    // Given
    String token = newQuestionnaire();
    Map<String, String> fields = answers();
    fields.remove("hads-anxiety.3");
    fields.put("eq-vas.1", "7,5 \"<b>");

    // When
    String page = html(post(token, fields), 422, "errors");

    // Then
    assertThat(page)
        .contains("<title>Feil: Spørreskjema</title>", "role=\"alert\" tabindex=\"-1\" autofocus")
        .contains(
            "<a href=\"#hads-anxiety.3.3\">3. Oppdiktet spørsmål om uro: Spørsmålet er ikke besvart</a>",
            "<a href=\"#eq-vas.1\">1. Oppdiktet spørsmål om helsen i dag: Skriv et helt tall fra 0 til 100</a>")
        .contains(
            "<p class=\"error\" id=\"hads-anxiety.3.error\">Feil: Spørsmålet er ikke besvart</p>")
        .contains("aria-describedby=\"eq-vas.1.error eq-vas.1.hint\" aria-invalid=\"true\"")
        .contains("value=\"7,5 &quot;&lt;b&gt;\"");
    assertThat(checked(page)).contains("hads-anxiety.1.1", "work-ability.1.7").hasSize(7);
    assertEveryInputHasItsLabelAndEveryReferenceItsTarget(page);
  }

  @Test
  void questions_may_be_left_open_once_one_has_said_so() throws IOException {
    // Given
    String trial = worded();
    String participant = allocated(trial);
    String token = questionnaire(trial, participant);
    Map<String, String> one = new HashMap<>(Map.of("work-ability.1", "7"));

    // When
    String page = html(post(token, one), 422);
    assertThat(page).contains("id=\"leave\"", "Send uten å svare på resten");
    one.put("leave", "yes");

    // Then
    assertThat(html(post(token, one), 200)).contains("Takk!");
    as("recruiter")
        .get("/trials/{t}/participants/{p}/questionnaires/M3", trial, participant)
        .then()
        .body("versions[0].items.work-ability", contains(7));
    assertThat(html(post(newQuestionnaire(), Map.of("leave", "yes")), 422))
        .contains("Svar på minst ett spørsmål");
  }

  @Test
  void every_input_has_its_label_on_every_page() throws IOException {
    String trial = worded();
    String participant = allocated(trial);
    for (String token :
        List.of(
            questionnaire(trial, participant),
            token(ask("recruiter", trial, participant, CONSENT)),
            token(ask("recruiter", trial, participant, WITHDRAWAL)),
            token(askCandidate(trial, listCandidate(trial))))) {
      String page = html(page(token), 200);
      assertEveryInputHasItsLabelAndEveryReferenceItsTarget(page);
      assertEveryInputHasItsLabelAndEveryReferenceItsTarget(
          html(post(token, Map.of("a", "b")), 422));
      assertThat(page).containsOnlyOnce("<h1>").containsOnlyOnce("<main");
    }
  }

  @Test
  void nothing_but_the_pages_own_style_is_let_in_and_nothing_is_told_to_others() throws Exception {
    // When
    Response answer = page(newQuestionnaire());

    // Then
    String style =
        Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL)
            .matcher(answer.asString())
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.getHeader("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
    assertThat(answer.getHeader("Set-Cookie")).isNull();
    assertThat(answer.asString()).doesNotContain(" style=", " onclick=");
  }

  @Test
  void consent_is_a_box_that_one_ticks_oneself() throws IOException {
    // Given
    String trial = worded();
    String participant = allocated(trial);
    String token = token(ask("recruiter", trial, participant, CONSENT));
    String asked = html(page(token), 200, "consent");
    assertThat(asked).contains("Vil du være med?", "Det er frivillig");
    assertThat(checked(asked)).isEmpty();
    String digest = hidden(asked);

    // When, Then
    assertThat(html(post(token, Map.of("form", digest)), 422))
        .contains("Kryss av hvis du samtykker");
    LinkedTrial.form(trial, "nb", "Ny tekst");
    String changed = html(post(token, Map.of("form", digest, "consents", "yes")), 422);
    assertThat(changed).contains("Teksten er endret", "Ny tekst");
    assertThat(html(post(token, Map.of("form", hidden(changed), "consents", "yes")), 200))
        .contains("Takk! Samtykket er registrert");
    as("recruiter")
        .get("/trials/{t}/participants/{p}/consents", trial, participant)
        .then()
        .body("given.version", contains("1", "2"));
  }

  @Test
  void a_withdrawal_is_chosen_and_confirmed() throws IOException {
    // Given
    String trial = worded();
    String participant = allocated(trial);
    String token = token(ask("recruiter", trial, participant, WITHDRAWAL));
    assertThat(html(page(token), 200, "withdrawal")).doesNotContain("WITHDRAW_AND_ERASE");
    Map<String, String> fields = new HashMap<>(Map.of("level", "STOP_REGISTRY_DATA"));

    // When
    String page = html(post(token, fields), 422);

    // Then
    assertThat(page).contains("Kryss av for at du er sikker");
    assertThat(checked(page)).containsExactly("level.STOP_REGISTRY_DATA");
    fields.put("confirm", "yes");
    assertThat(html(post(token, fields), 200)).contains("Det er registrert at du trekker deg");
    assertThat(html(post(token, fields), 200)).contains("Det er registrert at du trekker deg");
    fields.put("level", "STOP_INTERVENTION");
    assertThat(html(post(token, fields), 409)).contains("Svarene er allerede mottatt");
  }

  @Test
  void a_candidate_reads_consents_answers_and_is_enrolled() throws IOException {
    // Given
    String trial = worded();
    String candidate = listCandidate(trial);
    String token = token(askCandidate(trial, candidate));
    Map<String, String> fields = new HashMap<>();
    fields.put("form", hidden(html(page(token), 200, "enrolment")));
    fields.put("consents", "yes");
    for (int i = 1; i <= 10; i++) {
      fields.put("keele-start-msk." + i, "1");
      fields.put("ompsq-sf." + i, "2");
    }

    // When
    assertThat(html(post(token, fields), 200)).contains("Takk!");

    // Then
    as("recruiter")
        .get("/trials/{t}/participants", trial)
        .then()
        .body("participants.candidateId", contains(candidate));
  }

  @Test
  void the_page_speaks_the_readers_language_where_the_trial_has_its_texts_in_it() {
    // Given
    String trial = worded();
    String participant = allocated(trial);
    String consent = token(ask("recruiter", trial, participant, CONSENT));
    String answers = questionnaire(trial, participant);
    String wordless = LinkedTrial.open();
    String bare = questionnaire(wordless, allocated(wordless));

    // When, Then
    assertThat(in(consent, "en-GB,en;q=0.9")).contains("<html lang=\"en\">", "Will you take part?");
    assertThat(in(consent, "nn-NO")).contains("<html lang=\"nb\">", "href=\"?language=en\"");
    assertThat(browser().get("/answers/{t}?language=en", consent).asString())
        .contains("<html lang=\"en\">");
    assertThat(in(answers, "en")).contains("<html lang=\"nb\">").doesNotContain("?language=");
    assertThat(in(bare, "en"))
        .contains("<html lang=\"en\">", "Question 7", "on the form that the study gave you");
  }

  private static String in(String token, String languages) {
    return browser(languages).get("/answers/{t}", token).asString();
  }

  private static String worded() {
    String trial = LinkedTrial.open();
    LinkedTrial.word(trial);
    return trial;
  }

  private static String newQuestionnaire() {
    String trial = worded();
    return questionnaire(trial, allocated(trial));
  }

  private static Map<String, String> answers() {
    Map<String, String> fields = new HashMap<>();
    int[] hads = {1, 2, 1, 0, 2, 1, 1};
    for (int i = 0; i < hads.length; i++) {
      fields.put("hads-anxiety." + (i + 1), String.valueOf(hads[i]));
    }
    fields.put("work-ability.1", "7");
    fields.put("eq-vas.1", "60");
    return fields;
  }

  private static String html(Response answer, int status) {
    return answer.then().statusCode(status).contentType("text/html").extract().asString();
  }

  /** Keeps the page for a look in a browser, where a folder for it is there. */
  private static String html(Response answer, int status, String name) throws IOException {
    String page = html(answer, status);
    Path folder = Path.of("/tmp/links");
    if (Files.isDirectory(folder)) {
      Files.writeString(folder.resolve(name + ".html"), page, StandardCharsets.UTF_8);
    }
    return page;
  }

  private static String hidden(String page) {
    return matches("name=\"form\" value=\"([0-9a-f]{64})\"", page).getFirst().group(1);
  }

  private static List<String> checked(String page) {
    return matches("<input[^>]* id=\"([^\"]+)\"[^>]* checked>", page).stream()
        .map(found -> found.group(1))
        .toList();
  }

  private static void assertEveryInputHasItsLabelAndEveryReferenceItsTarget(String page) {
    List<String> ids = matches(" id=\"([^\"]+)\"", page).stream().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> labelled = new HashSet<>();
    matches("<label[^>]* for=\"([^\"]+)\"", page).forEach(found -> labelled.add(found.group(1)));
    List<String> inputs =
        matches("<input type=\"(?!hidden)[^>]*? id=\"([^\"]+)\"", page).stream()
            .map(found -> found.group(1))
            .toList();
    assertThat(inputs).hasSizeGreaterThan(0);
    assertThat(labelled).containsAll(inputs);
    matches("aria-(?:describedby|labelledby)=\"([^\"]+)\"", page)
        .forEach(found -> assertThat(ids).contains(found.group(1).split(" ", -1)));
    matches("href=\"#([^\"]+)\"", page).forEach(found -> assertThat(ids).contains(found.group(1)));
    assertThat(matches("<fieldset", page)).hasSameSizeAs(matches("<legend>[^<]+</legend>", page));
  }

  private static List<MatchResult> matches(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().toList();
  }
}
