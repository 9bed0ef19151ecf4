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

  @Test
  void a_contradiction_is_named_whatever_else_is_wrong() {
    // Given
    String sound = certificate("{'from':'2020-01-01','to':'2020-01-10','kind':'FULL'}");
    String faulty = certificate("{'from':'2020-01-10','to':'2020-01-01','kind':'FULL'}");

    // When / Then
    assertThat(faultyPlaces(sound, faulty))
        .containsExactlyInAnyOrder("/records/1/periods/0/to", "/records/1");
    assertThat(faultyPlaces(faulty, sound))
        .containsExactlyInAnyOrder("/records/0/periods/0/to", "/records/1");
  }

  @Test
  void what_only_one_of_two_versions_says_is_a_contradiction_though_nobody_needs_it() {
    assertThat(
            faultyPlaces(
                certificate("{'from':'2020-01-01','to':'2020-01-10','kind':'FULL'}"),
                certificate("{'from':'2020-01-01','to':'2020-01-10','kind':'FULL','grade':60}")))
        .containsExactly("/records/1");
  }

  @Test
  void the_same_content_in_other_words_is_no_contradiction() {
    assertThat(
            faultyPlaces(
                certificate("{'from':'2020-01-01','to':null,'kind':'GRADED','grade':80}"),
                certificate("{'kind':'GRADED','grade':80.0,'from':'2020-01-01'}"),
                certificate("{'from':'2020-01-01','kind':'GRADED','grade':80}")
                    .replace("2020-01-01T10:00:00Z", "2020-01-01T11:00:00+01:00")))
        .isEmpty();
  }

  @Test
  void an_amount_that_no_day_can_have_is_a_fault_on_kinds_that_need_none() {
    assertThat(
            faultyPlaces(
                certificate(
                    """
                    {'from':'2020-01-01','to':'2020-01-01','kind':'FULL','grade':150},
                    {'from':'2020-01-02','to':'2020-01-02','kind':'AWAITING','treatmentDays':6},
                    {'from':'2020-01-03','to':'2020-01-03','kind':'GRADED','grade':50,'treatmentDays':0},
                    {'from':'2020-01-04','to':'2020-01-04','kind':'TREATMENT_DAYS','treatmentDays':2,'grade':-1},
                    {'from':'2020-01-05','to':'2020-01-05','kind':'FULL','grade':100}
                    """),
                sickPay("{'from':'2020-01-01','to':'2020-01-01','kind':'WORKED','grade':250}")))
        .containsExactly(
            "/records/0/periods/0/grade",
            "/records/0/periods/1/treatmentDays",
            "/records/0/periods/2/treatmentDays",
            "/records/0/periods/3/grade",
            "/records/1/periods/0/grade");
  }

  @Test
  void a_record_of_unknown_type_is_read_as_far_as_it_can_be_understood() {
    assertThat(
            faultyPlaces(
                certificate(
                        """
                        {'from':'2020-01-10','to':'2020-01-01','grade':150},
                        {'from':'2020-02-01','to':'2020-02-10','workedPercentage':-1},
                        {'from':'2020-02-10','to':'2020-02-20','positionPercentage':100.5},
                        {'from':'2020-03-01','to':'2020-03-01','treatmentDays':6,'kind':'FULL'}
                        """)
                    .replace("SICK_LEAVE_CERTIFICATE", "LOTTERY")))
        .containsExactlyInAnyOrder(
            "/records/0/type",
            "/records/0/periods/0/to",
            "/records/0/periods/0/grade",
            "/records/0/periods/1/workedPercentage",
            "/records/0/periods/2",
            "/records/0/periods/2/positionPercentage",
            "/records/0/periods/3/treatmentDays");
  }

  @Test
  void of_an_unknown_kind_no_amount_is_demanded_but_what_is_there_is_checked() {
    assertThat(
            faultyPlaces(
                sickPay(
                    """
                    {'from':'2020-01-01','to':'2020-01-10','kind':'HALF'},
                    {'from':'2020-01-10','to':'2020-01-09','kind':'HALF','grade':101}
                    """),
                certificate("{'from':'2020-01-01','to':'2020-01-01','kind':'HALF','grade':150}"),
                certificate("{'from':'2020-01-01','to':null,'positionPercentage':101}")
                    .replace("SICK_LEAVE_CERTIFICATE", "EMPLOYMENT")
                    .replace("c-1", "e-1")
                    .replace("\"status\"", "\"kind\":\"ODD\",\"status\"")))
        .containsExactlyInAnyOrder(
            "/records/0/periods/0/kind",
            "/records/0/periods/1/kind",
            "/records/0/periods/1/to",
            "/records/0/periods/1/grade",
            "/records/1/periods/0/kind",
            "/records/1/periods/0/grade",
            "/records/2/kind",
            "/records/2/periods/0/positionPercentage");
  }

  @Test
  void only_an_active_employment_says_its_kind_employer_and_periods() {
    // Given
    String cancelled =
        """
        {"type":"EMPLOYMENT","recordId":"e-1","version":2,"status":"CANCELLED",
         "issuedAt":"2020-01-01T10:00:00Z"}
        """;

    // When / Then
    assertThat(faultyPlaces(cancelled)).isEmpty();
    assertThat(faultyPlaces(cancelled.replace("}", ",\"kind\":\"ORDINARY\"}"))).isEmpty();
    assertThat(faultyPlaces(cancelled.replace("}", ",\"kind\":\"ODD\"}")))
        .containsExactly("/records/0/kind");
    assertThat(faultyPlaces(cancelled.replace("CANCELLED", "ACTIVE")))
        .containsExactlyInAnyOrder("/records/0/kind", "/records/0/periods");
  }

  private static String certificate(String periods) {
    return """
        {"type":"SICK_LEAVE_CERTIFICATE","recordId":"c-1","version":1,"status":"ACTIVE",
         "issuedAt":"2020-01-01T10:00:00Z","periods":[%s]}
        """
        .formatted(periods)
        .replace('\'', '"');
  }

  private static String sickPay(String periods) {
    return certificate(periods).replace("SICK_LEAVE_CERTIFICATE", "SICK_PAY").replace("c-1", "p-1");
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
