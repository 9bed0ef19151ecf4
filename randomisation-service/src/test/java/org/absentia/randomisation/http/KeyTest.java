package org.absentia.randomisation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.UUID;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.TrialKey;
import org.junit.jupiter.api.Test;

/** A key of two shares and a beacon, in the order that lets nobody choose it. */
@QuarkusTest
class KeyTest extends ServiceTest {
  private final Secret share = Secret.draw(new SecureRandom());
  private final Secret salt = Secret.draw(new SecureRandom());
  private final String commitment = TrialKey.shareCommitment(share, salt).hex();

  @Test
  void the_trial_opens_with_the_share_that_was_committed_to_and_not_before() {
    // Given
    String trial = announce();

    // When, Then: announced, and nothing can happen in it
    as("statistician")
        .get("/trials/{t}/announcement", trial)
        .then()
        .statusCode(200)
        .body("keyMode", equalTo("TWO_SHARES"))
        .body("shareCommitments", hasSize(1))
        .body("beacon", equalTo("Lotto of 2019-03-30, numbers joined by dashes"));
    as("auditor")
        .get("/trials/{t}", trial)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/trial-not-open"));
    show(trial, share, "3-7-11").then().statusCode(409);

    // When
    commit(trial, commitment).then().statusCode(200).body("shareCommitments", hasSize(2));
    commit(trial, commitment).then().statusCode(200);
    commit(trial, "1".repeat(64))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/share-committed"));
    show(trial, Secret.draw(new SecureRandom()), "3-7-11")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/share-differs"));
    show(trial, share, "3-7-11")
        .then()
        .statusCode(201)
        .body("keyMode", equalTo("TWO_SHARES"))
        .body("shareCommitments", hasSize(2))
        .body("shareCommitments", hasItem(commitment));

    // Then
    as("auditor").get("/trials/{t}", trial).then().statusCode(200);
    show(trial, share, "3-7-11").then().statusCode(404);
    allocate(trial, enrol(trial, HIGH)).then().statusCode(201);
  }

  @Test
  void an_announcement_is_repeated_alike_and_another_document_is_refused() {
    // Given
    ObjectNode protocol = twoShares("t-" + UUID.randomUUID());
    String first = as("statistician").body(protocol.toString()).post("/trials").asString();

    // When
    Response again = as("statistician").body(protocol.toString()).post("/trials");

    // Then
    again.then().statusCode(202);
    assertThat(again.asString()).isEqualTo(first);
    as("statistician")
        .body(protocol.put("title", "Other").toString())
        .post("/trials")
        .then()
        .statusCode(409);
  }

  @Test
  void the_beacon_is_named_in_advance_with_two_shares_and_with_them_only() {
    // Given
    ObjectNode without = twoShares("t-" + UUID.randomUUID());
    without.withObject("/randomisation").remove("beacon");
    ObjectNode single = twoShares("t-" + UUID.randomUUID());
    single.withObject("/randomisation").put("keyMode", "SINGLE_SHARE");

    // When, Then
    for (ObjectNode protocol : new ObjectNode[] {without, single}) {
      as("statistician")
          .body(protocol.toString())
          .post("/trials")
          .then()
          .statusCode(400)
          .body("errors.pointer", hasItem("/randomisation/beacon"));
    }
  }

  @Test
  void only_the_statistician_contributes_a_share() {
    // Given
    String trial = announce();

    // When, Then
    as("recruiter")
        .body("{\"commitment\":\"" + commitment + "\"}")
        .put("/trials/{t}/share-commitment", trial)
        .then()
        .statusCode(403);
  }

  private static String announce() {
    String trial = "t-" + UUID.randomUUID();
    as("statistician").body(twoShares(trial).toString()).post("/trials").then().statusCode(202);
    return trial;
  }

  private static ObjectNode twoShares(String trial) {
    ObjectNode protocol = protocol(trial);
    protocol
        .withObject("/randomisation")
        .put("keyMode", "TWO_SHARES")
        .put("beacon", "Lotto of 2019-03-30, numbers joined by dashes");
    return protocol;
  }

  private static Response commit(String trial, String commitment) {
    return as("statistician")
        .body("{\"commitment\":\"" + commitment + "\"}")
        .put("/trials/{t}/share-commitment", trial);
  }

  private Response show(String trial, Secret shown, String beacon) {
    return as("statistician")
        .body(
            "{\"share\":\"%s\",\"salt\":\"%s\",\"beacon\":\"%s\"}"
                .formatted(shown.hex(), salt.hex(), beacon))
        .post("/trials/{t}/key", trial);
  }
}
