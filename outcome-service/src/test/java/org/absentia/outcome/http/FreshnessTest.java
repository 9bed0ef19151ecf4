package org.absentia.outcome.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FreshnessTest extends ServiceTest {
  @Test
  void a_register_that_has_not_written_since_long_before_follow_up_ended_is_late() {
    // Given
    Followed person = Followed.unknown().open();
    person.certificate("c-1", 1, 4);
    Topics.await(
        "outcome.computed.v1",
        person.id(),
        event -> event.at("/outcome/windows/0/lostWorkdays").asInt(-1) == 4);

    // When / Then
    String certificates = "registers.find { it.type == 'SICK_LEAVE_CERTIFICATE' }";
    as("operator")
        .get("/trials/{id}/freshness", person.trialId())
        .then()
        .statusCode(200)
        .body("expectedUntil", equalTo("2019-11-20"))
        .body("followUp.complete", equalTo(1))
        .body("followUp.ongoing", equalTo(0))
        .body(certificates + ".state", equalTo("LATE"))
        .body(certificates + ".newestIssuedAt", equalTo("2019-05-20T10:00:00Z"))
        .body(certificates + ".participants", equalTo(1))
        .body("registers.state", hasItems("LATE", "SILENT"));
  }
}
