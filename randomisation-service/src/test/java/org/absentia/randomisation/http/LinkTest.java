package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.absentia.randomisation.http.LinkedTrial.ANSWERS;
import static org.absentia.randomisation.http.LinkedTrial.CONSENT;
import static org.absentia.randomisation.http.LinkedTrial.QUESTIONNAIRE;
import static org.absentia.randomisation.http.LinkedTrial.WITHDRAWAL;
import static org.absentia.randomisation.http.LinkedTrial.allocated;
import static org.absentia.randomisation.http.LinkedTrial.ask;
import static org.absentia.randomisation.http.LinkedTrial.askCandidate;
import static org.absentia.randomisation.http.LinkedTrial.links;
import static org.absentia.randomisation.http.LinkedTrial.open;
import static org.absentia.randomisation.http.LinkedTrial.questionnaire;
import static org.absentia.randomisation.http.LinkedTrial.send;
import static org.absentia.randomisation.http.LinkedTrial.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.absentia.local.Tokens;
import org.junit.jupiter.api.Test;

/** Links as programs use them: what a participant's application asks and sends. */
@QuarkusTest
class LinkTest extends ServiceTest {
  private static final String VERSIONS = "/trials/{t}/participants/{p}/questionnaires/M3";

  @Inject AgroalDataSource database;

  @Test
  void a_link_tells_what_is_asked_and_takes_the_answers_as_the_participants_own() {
    // Given
    String trial = LinkedTrial.open();
    String participant = allocated(trial);
    Response issued = ask("recruiter", trial, participant, QUESTIONNAIRE);
    issued
        .then()
        .statusCode(201)
        .header("Cache-Control", equalTo("no-store"))
        .body("url", matchesRegex("http://127\\.0\\.0\\.1:\\d+/answers/[A-Za-z0-9_-]{43}"))
        .body("subject", equalTo("M3"));
    String token = token(issued);

    // When
    open(token)
        .then()
        .statusCode(200)
        .body("purpose", equalTo("QUESTIONNAIRE"))
        .body("subject", equalTo("M3"))
        .body("instruments.name", contains("hads-anxiety", "work-ability", "eq-vas"))
        .body("instruments[0].items", hasSize(7))
        .body("instruments[0].items[6].number", equalTo(7))
        .body("instruments[0].items[6].maximum", equalTo(3))
        .body("instruments[0].items[6].text", nullValue())
        .body("consentForm", nullValue())
        .body("levels", empty());
    send(token, ANSWERS).then().statusCode(201).body("receivedAt", notNullValue());

    // Then
    as("recruiter")
        .get(VERSIONS, trial, participant)
        .then()
        .body("versions", hasSize(1))
        .body("versions[0].author", equalTo("PARTICIPANT"))
        .body("versions[0].items.hads-anxiety", contains(1, 2, 1, 0, 2, 1, 1));
    links("recruiter", trial, participant)
        .then()
        .body("links.state", contains("USED"))
        .body("links[0].usedAt", notNullValue());
  }

  @Test
  void the_same_answers_again_get_the_same_answer_and_others_none() throws SQLException {
    // Given
    String trial = LinkedTrial.open();
    String participant = allocated(trial);
    String token = questionnaire(trial, participant);
    String receivedAt = send(token, ANSWERS).then().statusCode(201).extract().path("receivedAt");

    // When, Then
    send(token, ANSWERS).then().statusCode(200).body("receivedAt", equalTo(receivedAt));
    send(token, ANSWERS.replace("60", "61"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/link-used"));
    open(token).then().statusCode(404);
    as("recruiter").get(VERSIONS, trial, participant).then().body("versions", hasSize(1));

    // When: later who finds the link learns nothing by trying
    run("update answer_link set used_at = used_at - interval '1 hour'", participant);

    // Then
    assertGone(send(token, ANSWERS));
    assertGone(send(token, ANSWERS.replace("60", "61")));
  }

  @Test
  void of_many_submissions_at_once_one_is_recorded() throws Exception {
    // Given
    String trial = LinkedTrial.open();
    String participant = allocated(trial);
    String token = questionnaire(trial, participant);
    List<Future<Integer>> same = new ArrayList<>();

    // When
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        String body = ANSWERS.replace("60", i < 4 ? "60" : "61");
        same.add(clients.submit(() -> send(token, body).statusCode()));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> status : same) {
      statuses.add(status.get());
    }

    // Then
    assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200, 409, 409, 409, 409);
    as("recruiter").get(VERSIONS, trial, participant).then().body("versions", hasSize(1));
  }

  @Test
  void unknown_used_expired_revoked_and_withdrawn_links_answer_alike() throws SQLException {
    // Given
    String trial = LinkedTrial.open();
    String expiredFor = allocated(trial);
    String expired = questionnaire(trial, expiredFor);
    run("update answer_link set expires_at = now()", expiredFor);
    String revokedFor = allocated(trial);
    String revoked = questionnaire(trial, revokedFor);
    String link = links("recruiter", trial, revokedFor).path("links[0].linkId");
    as("recruiter")
        .delete("/trials/{t}/participants/{p}/links/{l}", trial, revokedFor, link)
        .then()
        .statusCode(200)
        .body("state", equalTo("REVOKED"));
    String withdrawnFor = allocated(trial);
    String withdrawn = questionnaire(trial, withdrawnFor);
    withdraw(trial, withdrawnFor, "STOP_QUESTIONNAIRES");
    String byTelephoneFor = allocated(trial);
    String byTelephone = questionnaire(trial, byTelephoneFor);
    as("recruiter")
        .body(ANSWERS)
        .put("/trials/{t}/participants/{p}/questionnaires/M3", trial, byTelephoneFor)
        .then()
        .statusCode(201);
    String erasedFor = allocated(trial);
    String erased = questionnaire(trial, erasedFor);
    withdraw(trial, erasedFor, "WITHDRAW_AND_ERASE");

    // When, Then
    for (String token :
        List.of(expired, revoked, withdrawn, byTelephone, erased, "a".repeat(42) + "A", "x")) {
      assertGone(open(token));
      assertGone(send(token, ANSWERS));
      assertGone(send(token, "{\"items\":1}"));
      assertThat(LinkedTrial.page(token).then().statusCode(404).extract().asString())
          .isEqualTo(LinkedTrial.page("unknown").asString());
    }
  }

  @Test
  void a_link_is_not_made_for_what_cannot_be_answered() {
    // Given
    String trial = LinkedTrial.open();
    String participant = allocated(trial);
    String waiting = enrol(trial, LOW);
    String left = allocated(trial);
    withdraw(trial, left, "STOP_QUESTIONNAIRES");

    // When, Then
    ask("recruiter", trial, waiting, QUESTIONNAIRE)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/link-refused"))
        .body("errors.pointer", contains("/timepoint"));
    ask("recruiter", trial, participant, QUESTIONNAIRE.replace("M3", "M999"))
        .then()
        .statusCode(422)
        .body("errors.detail", contains("must wait until its window opens"));
    ask("recruiter", trial, participant, QUESTIONNAIRE.replace("M3", "M4")).then().statusCode(404);
    ask("recruiter", trial, left, QUESTIONNAIRE)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/withdrawn"));
    ask("recruiter", trial, participant, QUESTIONNAIRE.replace("M3", "BASELINE"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/answers-locked"));
    ask("recruiter", trial, participant, CONSENT)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/version"));
    ask("recruiter", trial, participant, "{\"purpose\":\"ENROLMENT\",\"x\":1}")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-link"));
    ask("recruiter", trial, UUID.randomUUID().toString(), QUESTIONNAIRE).then().statusCode(404);
    ask("recruiter", LinkedTrial.open(), participant, QUESTIONNAIRE).then().statusCode(404);
    links("recruiter", LinkedTrial.open(), participant).then().body("links", empty());
    given()
        .auth()
        .oauth2(Tokens.of("recruiter", "another-trial"))
        .contentType(ContentType.JSON)
        .body(QUESTIONNAIRE)
        .post("/trials/{t}/participants/{p}/links", trial, participant)
        .then()
        .statusCode(404);
  }

  @Test
  void a_messenger_asks_for_links_to_questionnaires_and_may_do_nothing_else() {
    // Given
    String trial = LinkedTrial.open();
    LinkedTrial.word(trial);
    String participant = allocated(trial);

    // When, Then
    open(token(ask("messenger", trial, participant, QUESTIONNAIRE))).then().statusCode(200);
    ask("messenger", trial, participant, WITHDRAWAL).then().statusCode(403);
    ask("messenger", trial, participant, CONSENT).then().statusCode(403);
    links("messenger", trial, participant).then().statusCode(403);
    as("messenger").get("/trials/{t}/participants", trial).then().statusCode(403);
    as("messenger")
        .get("/trials/{t}/participants/{p}/questionnaires", trial, participant)
        .then()
        .statusCode(403);
    ask("statistician", trial, participant, QUESTIONNAIRE).then().statusCode(403);
    ask("deliverer", trial, participant, QUESTIONNAIRE).then().statusCode(403);
    ask("deliverer", trial, participant, WITHDRAWAL).then().statusCode(403);
  }

  @Test
  void a_link_to_what_counts_from_the_programme_is_shown_to_who_delivers_it_alone() {
    // Given
    String trial = LinkedTrial.open();
    String participant = allocated(trial);
    as("deliverer")
        .body("{\"startedOn\":\"2019-05-06\",\"endedOn\":\"2019-06-01\"}")
        .put("/trials/{t}/participants/{p}/programme-days", trial, participant)
        .then()
        .statusCode(200);
    String end = QUESTIONNAIRE.replace("M3", "END");

    // When
    ask("recruiter", trial, participant, end).then().statusCode(403);
    ask("messenger", trial, participant, end).then().statusCode(201);
    String token = token(ask("deliverer", trial, participant, end));
    String link = links("deliverer", trial, participant).path("links[0].linkId");

    // Then
    links("recruiter", trial, participant).then().body("links", empty());
    links("deliverer", trial, participant).then().body("links.subject", contains("END", "END"));
    as("recruiter")
        .delete("/trials/{t}/participants/{p}/links/{l}", trial, participant, link)
        .then()
        .statusCode(404);
    send(token, "{\"items\":{\"hads-anxiety\":[1,2,1,0,2,1,1]}}").then().statusCode(201);
  }

  @Test
  void a_participant_consents_to_the_new_version_that_was_read() {
    // Given
    String trial = LinkedTrial.open();
    LinkedTrial.word(trial);
    String participant = enrol(trial, LOW);
    String token = token(ask("recruiter", trial, participant, CONSENT));
    String digest = open(token).path("consentForm.digest");
    LinkedTrial.form(trial, "nb", "Vil du fortsatt være med?");

    // When: the text changed meanwhile
    send(token, "{\"consents\":false,\"form\":\"" + digest + "\"}")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/answers-refused"))
        .body("errors.pointer", containsInAnyOrder("/consents", "/form"));
    String read = open(token).path("consentForm.digest");
    send(token, "{\"consents\":true,\"form\":\"" + read + "\"}").then().statusCode(201);

    // Then
    as("recruiter")
        .get("/trials/{t}/participants/{p}/consents", trial, participant)
        .then()
        .body("given.version", contains("1", "2"));
    ask("recruiter", trial, participant, CONSENT)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/answered-already"));
  }

  @Test
  void a_participant_withdraws_by_a_link_but_an_erasure_needs_a_person() {
    // Given
    String trial = LinkedTrial.open();
    String participant = allocated(trial);
    String token = token(ask("privacy-officer", trial, participant, WITHDRAWAL));
    open(token)
        .then()
        .body(
            "levels",
            contains(
                "STOP_INTERVENTION",
                "STOP_QUESTIONNAIRES",
                "STOP_REGISTRY_DATA",
                "WITHDRAW_KEEPING_DATA"));

    // When, Then
    send(token, "{\"level\":\"WITHDRAW_AND_ERASE\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/level"));
    send(token, "{\"level\":\"STOP_QUESTIONNAIRES\"}").then().statusCode(201);
    send(token, "{\"level\":\"STOP_QUESTIONNAIRES\"}").then().statusCode(200);
    as("recruiter")
        .get("/trials/{t}/participants/{p}/consents", trial, participant)
        .then()
        .body("withdrawn.level", contains("STOP_QUESTIONNAIRES"));
    open(token(ask("recruiter", trial, participant, WITHDRAWAL)))
        .then()
        .body("levels", contains("STOP_REGISTRY_DATA", "WITHDRAW_KEEPING_DATA"));
  }

  @Test
  void a_candidate_consents_and_answers_the_baseline_and_is_enrolled() {
    // Given
    String trial = LinkedTrial.open();
    LinkedTrial.word(trial);
    String candidate = listCandidate(trial);
    String token = token(askCandidate(trial, candidate));
    open(token)
        .then()
        .body("purpose", equalTo("ENROLMENT"))
        .body("instruments.name", contains("keele-start-msk", "ompsq-sf"));
    String digest = open(token).path("consentForm.digest");
    String body = "{\"consents\":true,\"form\":\"" + digest + "\",\"items\":" + LOW + "}";

    // When
    send(token, body).then().statusCode(201);

    // Then
    send(token, body).then().statusCode(200);
    as("recruiter")
        .get("/trials/{t}/participants", trial)
        .then()
        .body("participants.candidateId", contains(candidate))
        .body("participants.allocated", contains(false));
    String participant =
        as("recruiter")
            .get("/trials/{t}/participants", trial)
            .path("participants[0].participantId");
    as("recruiter")
        .get("/trials/{t}/participants/{p}/consents", trial, participant)
        .then()
        .body("given.version", contains("2"));
    allocate(trial, participant).then().statusCode(201);
    askCandidate(trial, candidate)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/answered-already"));
    askCandidate(trial, UUID.randomUUID().toString())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/candidate-not-listed"));
    as("recruiter")
        .get("/trials/{t}/candidates/{c}/links", trial, candidate)
        .then()
        .body("links.state", contains("USED"));
  }

  @Test
  void a_link_to_the_baseline_completes_what_is_missing_and_takes_nothing_back() {
    // Given
    String trial = LinkedTrial.open();
    String participant = enrol(trial, OPEN);
    String token =
        token(ask("recruiter", trial, participant, QUESTIONNAIRE.replace("M3", "BASELINE")));

    // When
    send(token, "{\"items\":{\"ompsq-sf\":[null,null,null,null,null,null,null,null,null,6]}}")
        .then()
        .statusCode(201);

    // Then
    as("recruiter")
        .get("/trials/{t}/participants/{p}/questionnaires", trial, participant)
        .then()
        .body("questionnaires[0].status", equalTo("COMPLETE"))
        .body("questionnaires[0].instruments[1].score.value", equalTo(60));
  }

  @Test
  void every_fault_of_a_submission_is_named_and_the_link_still_works() {
    // Given
    String trial = LinkedTrial.open();
    String token = questionnaire(trial, allocated(trial));

    // When, Then
    send(
            token,
            "{\"items\":{\"hads-anxiety\":[4,0],\"15d\":[1],\"eq-vas\":[101]},\"answeredOn\":\"2019-07-10\"}")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-answers"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/items/hads-anxiety", "/items/15d", "/items/eq-vas/0", "/answeredOn"));
    send(token, "{\"items\":{}}").then().statusCode(422).body("errors.pointer", contains("/items"));
    send(token, "{\"items\":\"" + "x".repeat(70_000) + "\"}").then().statusCode(413);
    send(token, ANSWERS).then().statusCode(201);
  }

  @Test
  void wordings_fit_their_instrument_and_each_change_is_kept() throws SQLException {
    // Given
    String trial = LinkedTrial.open();
    String good = "{\"source\":\"s\",\"title\":\"t\",\"items\":[{\"text\":\"a\"}]}";

    // When, Then
    LinkedTrial.wording(trial, "work-ability", "nb", good).then().statusCode(200);
    LinkedTrial.wording(trial, "work-ability", "nb", good).then().statusCode(200);
    LinkedTrial.wording(trial, "work-ability", "nb", good.replace("\"a\"", "\"b\""))
        .then()
        .statusCode(200);
    LinkedTrial.wording(trial, "hads-anxiety", "nb", good)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-wording"))
        .body("errors.pointer", contains("/items"));
    LinkedTrial.wording(
            trial,
            "work-ability",
            "nb",
            "{\"title\":\"t\",\"items\":[{\"text\":\"a\",\"answers\":[\"x\"],\"y\":1}]}")
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/source", "/items/0/answers", "/items/0/y"));
    LinkedTrial.wording(trial, "work-ability", "de", good).then().statusCode(404);
    LinkedTrial.wording(trial, "shc", "nb", good).then().statusCode(404);
    as("recruiter")
        .get("/trials/{t}/wordings", trial)
        .then()
        .body("wordings.name", contains("work-ability"));
    assertThat(count("select count(*) from wording where trial_id = '" + trial + "'")).isEqualTo(2);
  }

  @Test
  void an_erasure_takes_links_used_or_not() throws SQLException {
    // Given
    String trial = LinkedTrial.open();
    LinkedTrial.word(trial);
    String candidate = listCandidate(trial);
    askCandidate(trial, candidate).then().statusCode(201);
    String token = token(askCandidate(trial, candidate));
    String digest = open(token).path("consentForm.digest");
    send(token, "{\"consents\":true,\"form\":\"" + digest + "\",\"items\":" + LOW + "}");
    String participant =
        as("recruiter")
            .get("/trials/{t}/participants", trial)
            .path("participants[0].participantId");
    ask("recruiter", trial, participant, WITHDRAWAL).then().statusCode(201);

    // When
    as("privacy-officer")
        .body(
            "{\"level\":\"WITHDRAW_AND_ERASE\",\"withdrawnOn\":\"%s\"}"
                .formatted(java.time.LocalDate.now(java.time.ZoneOffset.UTC)))
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);

    // Then
    assertThat(count("select count(*) from answer_link where trial_id = '" + trial + "'")).isZero();
    askCandidate(trial, candidate)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/candidate-erased"));
  }

  @Test
  void the_token_is_in_no_log_line_metric_problem_or_row() throws SQLException {
    // Given
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Handler collector = collector(lines);
    Logger.getLogger("").addHandler(collector);
    String trial = LinkedTrial.open();
    String token = questionnaire(trial, allocated(trial));

    // When
    StringBuilder answers = new StringBuilder();
    answers.append(open(token).asString());
    answers.append(LinkedTrial.page(token).asString());
    answers.append(send(token, "{").asString());
    answers.append(send(token, "{\"items\":{}}").asString());
    answers.append(given().get("/answers/{t}/x", token).asString());
    answers.append(given().put("/answers/{t}", token).asString());
    answers.append(
        given().contentType("text/csv").body("x").post("/answers/{t}", token).asString());
    answers.append(send(token, "x".repeat(70_000)).asString());
    send(token, ANSWERS).then().statusCode(201);
    answers.append(open(token).asString());
    String metrics = given().get("/q/metrics").asString();
    Logger.getLogger("").removeHandler(collector);

    // Then
    assertThat(answers.toString()).isNotEmpty().doesNotContain(token);
    assertThat(metrics).contains("/answers/{token}").doesNotContain(token);
    assertThat(lines).noneMatch(line -> line.contains(token));
    String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token));
    assertThat(
            count(
                "select count(*) from answer_link l where l::text like '%"
                    + hex
                    + "%' or l::text like '%"
                    + token
                    + "%'"))
        .isZero();
  }

  private static void assertGone(Response answer) {
    answer
        .then()
        .statusCode(404)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer");
    assertThat(new String(answer.asByteArray(), UTF_8))
        .isEqualTo(
            "{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404,"
                + "\"detail\":\"The link does not work.\"}");
  }

  private static void withdraw(String trial, String participant, String level) {
    as("privacy-officer")
        .body("{\"level\":\"%s\",\"withdrawnOn\":\"2019-06-01\"}".formatted(level))
        .post("/trials/{t}/participants/{p}/withdrawals", trial, participant)
        .then()
        .statusCode(201);
  }

  private void run(String update, String participant) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(update + " where participant_id = '" + participant + "'");
    }
  }

  private int count(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static Handler collector(Queue<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        Object[] parameters = line.getParameters();
        lines.add(
            line.getMessage()
                + (parameters == null ? "" : Arrays.toString(parameters))
                + line.getThrown());
      }

      @Override
      public void flush() {
        // nothing is held back
      }

      @Override
      public void close() {
        // nothing to close
      }
    };
  }
}
