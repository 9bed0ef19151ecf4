package org.absentia.outcome.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.junit.jupiter.api.Test;

class EvaluationReadingTest {
  @Test
  void each_period_that_overlaps_an_earlier_listed_one_is_named_once() {
    assertThat(
            faultyPlaces(
                certificate(
                    """
                    {"from":"2020-01-01","to":"2020-01-10","kind":"FULL"},
                    {"from":"2020-01-03","to":"2020-01-30","kind":"FULL"},
                    {"from":"2020-01-02","to":"2020-01-20","kind":"FULL"}
                    """)))
        .containsExactly("/records/0/periods/1", "/records/0/periods/2");
    assertThat(
            faultyPlaces(
                certificate(
                    """
                    {"from":"2020-03-01","to":"2020-03-10","kind":"FULL"},
                    {"from":"2020-01-01","to":"2020-01-10","kind":"FULL"},
                    {"from":"2020-02-01","to":null,"kind":"FULL"},
                    {"from":"2020-01-11","to":"2020-01-31","kind":"FULL"},
                    {"from":"2021-01-01","to":"2021-01-01","kind":"FULL"}
                    """)))
        .containsExactly("/records/0/periods/2", "/records/0/periods/4");
  }

  private static String certificate(String periods) {
    return """
        {"type":"SICK_LEAVE_CERTIFICATE","recordId":"c-1","version":1,"status":"ACTIVE",
         "issuedAt":"2020-01-01T10:00:00Z","periods":[%s]}
        """
        .formatted(periods);
  }

  private static List<String> faultyPlaces(String... records) {
    String request =
        """
        {"definition":"mi-nav","indexDate":"2020-01-01","records":[%s]}
        """
            .formatted(String.join(",", records));
    Faults faults = new Faults();
    EvaluationReading.read(
        JsonReader.of(JsonReader.parse(request.getBytes(StandardCharsets.UTF_8)), faults));
    return faults.list().stream().map(Fault::pointer).toList();
  }
}
