package org.absentia.randomisation.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.absentia.platform.json.JsonReader;
import org.junit.jupiter.api.Test;

/** Whether a receipt stands in the log. */
@QuarkusTest
class ReceiptCheckTest extends ServiceTest {
  @Test
  void a_receipt_stands_at_its_place_also_after_others_followed() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    Response receipt = allocate(trial, enrol(trial, HIGH));
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);

    // When, Then
    for (String role : new String[] {"recruiter", "auditor"}) {
      check(role, trial, json(receipt))
          .then()
          .statusCode(200)
          .body("stands", equalTo(true))
          .body("faults.size()", equalTo(0))
          .body("seq", equalTo(7))
          .body("entry.type", equalTo("SLOT_TAKEN"))
          .body("entry.leaf", equalTo(receipt.path("leaf")))
          .body("hash", equalTo(receipt.path("head.hash")))
          .body("head.count", equalTo(12));
    }
    check("analyst", trial, json(receipt)).then().statusCode(403);
  }

  @Test
  void what_was_changed_in_a_receipt_is_named() {
    // Given
    String trial = openTrial();
    ObjectNode receipt = json(allocate(trial, enrol(trial, LOW)));
    ObjectNode later = json(allocate(trial, enrol(trial, LOW)));

    // When, Then
    check("auditor", trial, receipt.deepCopy().put("slot", 1))
        .then()
        .body("stands", equalTo(false))
        .body("faults", contains("SLOT_NOT_TAKEN_THERE"));
    check("auditor", trial, receipt.deepCopy().put("leaf", "1".repeat(64)))
        .then()
        .body("faults", contains("SLOT_NOT_TAKEN_THERE"));
    check("auditor", trial, receipt.deepCopy().put("receiptId", "1".repeat(32)))
        .then()
        .body("faults", contains("RECEIPT_UNKNOWN"));
    ObjectNode forged = receipt.deepCopy();
    forged.withObject("/head").put("hash", "1".repeat(64));
    check("auditor", trial, forged)
        .then()
        .body("faults", contains("HEAD_NOT_SIGNED", "HEAD_OF_ANOTHER_CHAIN"));
    ObjectNode moved = receipt.deepCopy();
    moved.set("head", later.get("head"));
    check("auditor", trial, moved).then().body("faults", contains("SLOT_NOT_TAKEN_THERE"));
    check("auditor", openTrial(), receipt)
        .then()
        .body("faults", hasItems("HEAD_NOT_SIGNED", "PARTICIPANT_UNKNOWN"));
    check("auditor", trial, receipt.deepCopy().put("leaf", "x"))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/leaf"));
  }

  private static Response check(String role, String trial, ObjectNode receipt) {
    return as(role).body(receipt.toString()).post("/trials/{t}/receipt-checks", trial);
  }

  private static ObjectNode json(Response receipt) {
    return (ObjectNode) JsonReader.parse(receipt.asString().getBytes(UTF_8));
  }
}
