package org.absentia.randomisation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.local.LocalStack;
import org.absentia.local.Tokens;
import org.absentia.randomisation.files.ProtocolFiles;
import org.absentia.randomisation.trial.CandidateList;
import org.absentia.randomisation.trial.NoteCandidateList;

/**
 * What tests against the running service share: PostgreSQL, Kafka, the issuer, and short words for
 * requests.
 */
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "randomisation"))
public abstract class ServiceTest {
  /** High risk: Keele 9, OMPSQ-SF 60. */
  protected static final String HIGH =
      "{\"keele-start-msk\":[10,1,1,1,1,1,1,0,0,0],\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,6]}";

  protected static final String LOW =
      "{\"keele-start-msk\":[3,1,0,0,0,0,0,0,0,0],\"ompsq-sf\":[1,1,9,9,1,1,1,9,1,1]}";

  /** Keele 9, one item of the OMPSQ-SF missing: between 54 and 64. */
  protected static final String OPEN =
      "{\"keele-start-msk\":[10,1,1,1,1,1,1,0,0,0],\"ompsq-sf\":[6,6,4,4,6,6,6,4,6,null]}";

  /** Before the contacts and inclusions of the tests. */
  private static final LocalDate LIST_DATE = LocalDate.of(2019, 4, 8);

  protected static RequestSpecification as(String role, String... trials) {
    return given().auth().oauth2(Tokens.of(role, trials)).contentType(ContentType.JSON);
  }

  /** The protocol of MI-NAV under another name. */
  protected static ObjectNode protocol(String trial) {
    JsonNode miNav = ProtocolFiles.find("mi-nav").orElseThrow();
    return ((ObjectNode) miNav.deepCopy()).put("trial", trial);
  }

  /** Opens a trial that no other test knows and returns its name. */
  protected static String openTrial() {
    String trial = "t-" + UUID.randomUUID();
    as("statistician").body(protocol(trial).toString()).post("/trials").then().statusCode(201);
    return trial;
  }

  /** Lists a new candidate as registry-ingest's event does, and returns its id. */
  protected static String listCandidate(String trial) {
    String candidate = UUID.randomUUID().toString();
    listCandidate(trial, candidate);
    return candidate;
  }

  protected static void listCandidate(String trial, String candidate) {
    NoteCandidateList note = CDI.current().select(NoteCandidateList.class).get();
    CandidateList list =
        new CandidateList(UUID.randomUUID(), trial, "0101", LIST_DATE, List.of(candidate));
    assertThat(note.note(list)).isEqualTo(new NoteCandidateList.Noted());
  }

  protected static String enrolment(String candidate, String items) {
    return """
        {"candidateId":"%s","consent":{"version":"1","givenOn":"2019-04-10"},
         "inclusionDate":"2019-04-10",
         "answers":{"age":49,"female":"yes","bodyMassIndex":27.5,"smoker":null,"items":%s}}
        """
        .formatted(candidate, items);
  }

  protected static String enrol(String trial, String items) {
    return as("recruiter")
        .body(enrolment(listCandidate(trial), items))
        .post("/trials/{trial}/participants", trial)
        .then()
        .statusCode(201)
        .extract()
        .path("participantId");
  }

  protected static Response allocate(String trial, String participant, String key) {
    return as("recruiter")
        .header("Idempotency-Key", key)
        .body("{\"participantId\":\"" + participant + "\"}")
        .post("/trials/{trial}/allocations", trial);
  }

  protected static Response allocate(String trial, String participant) {
    return allocate(trial, participant, UUID.randomUUID().toString());
  }

  protected static String arm(String trial, String participant) {
    return as("allocator")
        .get("/trials/{trial}/participants/{participant}/allocation", trial, participant)
        .then()
        .statusCode(200)
        .extract()
        .path("arm");
  }
}
