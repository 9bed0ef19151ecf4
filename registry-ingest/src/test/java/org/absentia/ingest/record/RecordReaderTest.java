package org.absentia.ingest.record;

import static org.absentia.ingest.Samples.pointers;
import static org.absentia.ingest.Samples.record;
import static org.absentia.ingest.Samples.tree;
import static org.assertj.core.api.Assertions.assertThat;

import org.absentia.ingest.intake.JsonTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  private static String sent(String canonical) {
    return canonical.replaceFirst("\\{", "{\"personIdentifier\":\"12345678901\",");
  }

  /** The examples of contracts/outcomes.md section 1, in canonical writing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"SICK_LEAVE_CERTIFICATE\",\"recordId\":\"c-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2019-04-01T10:00:00Z\",\"employer\":\"974600951\",\"diagnosis\":{\"system\":\"ICPC2\",\"code\":\"L03\"},\"periods\":[{\"from\":\"2019-04-01\",\"to\":\"2019-04-28\",\"kind\":\"FULL\"},{\"from\":\"2019-04-29\",\"to\":\"2019-05-26\",\"kind\":\"GRADED\",\"grade\":60}]}",
        "{\"type\":\"SICK_LEAVE_CERTIFICATE\",\"recordId\":\"c-2\",\"version\":2,\"status\":\"CANCELLED\",\"issuedAt\":\"2019-04-01T10:00:00Z\",\"employer\":null,\"diagnosis\":null,\"periods\":[]}",
        "{\"type\":\"SICK_LEAVE_CERTIFICATE\",\"recordId\":\"c-3\",\"version\":2,\"status\":\"ACTIVE\",\"issuedAt\":\"2019-04-01T10:00:00.123456Z\",\"employer\":null,\"diagnosis\":null,\"periods\":[{\"from\":\"2019-04-01\",\"to\":\"2019-04-02\",\"kind\":\"TREATMENT_DAYS\",\"treatmentDays\":2},{\"from\":\"2019-04-03\",\"to\":\"2019-04-04\",\"kind\":\"TRAVEL_SUBSIDY\"},{\"from\":\"2019-04-05\",\"to\":null,\"kind\":\"AWAITING\"}]}",
        "{\"type\":\"SICK_PAY\",\"recordId\":\"p-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2019-05-02T08:00:00Z\",\"employer\":\"974600951\",\"periods\":[{\"from\":\"2019-04-01\",\"to\":\"2019-04-16\",\"kind\":\"EMPLOYER_PERIOD\",\"grade\":100},{\"from\":\"2019-04-17\",\"to\":\"2019-04-28\",\"kind\":\"PAID\",\"grade\":66.5},{\"from\":\"2019-04-29\",\"to\":\"2019-04-30\",\"kind\":\"WORKED\"}]}",
        "{\"type\":\"WORK_ASSESSMENT_ALLOWANCE\",\"recordId\":\"a-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2020-04-01T00:00:00Z\",\"periods\":[{\"from\":\"2020-04-01\",\"to\":\"2020-09-30\",\"workedPercentage\":40}]}",
        "{\"type\":\"DISABILITY_PENSION\",\"recordId\":\"d-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2018-01-01T00:00:00Z\",\"periods\":[{\"from\":\"2018-01-01\",\"to\":null,\"grade\":50}]}",
        "{\"type\":\"EMPLOYMENT\",\"recordId\":\"e-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2018-01-01T00:00:00Z\",\"employer\":\"974600951\",\"kind\":\"ORDINARY\",\"occupation\":\"5223\",\"periods\":[{\"from\":\"2015-08-01\",\"to\":null,\"positionPercentage\":80}]}"
      })
  void a_canonical_record_is_read_and_written_unchanged(String canonical) {
    // When
    RegistryRecord record = record(RecordReader.read(tree(sent(canonical))));

    // Then
    assertThat(CanonicalJson.of(record)).isEqualTo(canonical);
    assertThat(RecordReader.readStored(JsonTree.ofStored(canonical))).isEqualTo(record);
  }

  @Test
  void equal_content_has_an_equal_digest_however_it_is_written() {
    // Given
    String one =
        sent(
            "{\"type\":\"DISABILITY_PENSION\",\"recordId\":\"d-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2018-01-01T01:00:00+01:00\",\"periods\":[{\"from\":\"2018-01-01\",\"to\":null,\"grade\":50.0}]}");
    String other =
        "{\"periods\":[{\"grade\":5e1,\"from\":\"2018-01-01\"}],\"issuedAt\":\"2018-01-01T00:00:00Z\",\"status\":\"ACTIVE\",\"version\":1.0,\"recordId\":\"d-1\",\"type\":\"DISABILITY_PENSION\",\"personIdentifier\":\"12345678901\"}";

    // Then
    assertThat(CanonicalJson.digest(record(RecordReader.read(tree(one)))))
        .isEqualTo(CanonicalJson.digest(record(RecordReader.read(tree(other)))));
  }

  @Test
  void the_content_digest_leaves_out_version_and_time_alone() {
    // Given
    String json =
        sent(
            "{\"type\":\"DISABILITY_PENSION\",\"recordId\":\"d-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2018-01-01T00:00:00Z\",\"periods\":[{\"from\":\"2018-01-01\",\"to\":null,\"grade\":50}]}");
    String later = json.replace("\"version\":1", "\"version\":2").replace("01T00:", "02T00:");
    String changed = json.replace("\"grade\":50", "\"grade\":51");

    // Then
    String digest = CanonicalJson.contentDigest(record(RecordReader.read(tree(json))));
    assertThat(CanonicalJson.contentDigest(record(RecordReader.read(tree(later)))))
        .isEqualTo(digest);
    assertThat(CanonicalJson.contentDigest(record(RecordReader.read(tree(changed)))))
        .isNotEqualTo(digest);
  }

  @Test
  void every_fault_is_named_at_once() {
    // Given
    String json =
        """
        {"type":"SICK_PAY","recordId":"p 1","version":-1,"status":"GONE","issuedAt":"2019-05-02T08:00:00",
         "employer":"12345678901","periods":[{"from":"2019-04-16","to":"2019-04-01","kind":"PAID"},
          {"from":"2019-13-01","to":null,"kind":"NAPPING"},{"from":"2019-04-17","to":null,"kind":"PAID","grade":100.001},7]}""";

    // Then
    assertThat(pointers(RecordReader.read(tree(json))))
        .containsExactlyInAnyOrder(
            "/personIdentifier",
            "/recordId",
            "/version",
            "/status",
            "/issuedAt",
            "/employer",
            "/periods/0/to",
            "/periods/0/grade",
            "/periods/1/from",
            "/periods/1/kind",
            "/periods/2/grade",
            "/periods/3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "\"text\""})
  void anything_but_an_object_is_a_fault_of_the_whole(String json) {
    assertThat(pointers(RecordReader.read(tree(json)))).contains("");
  }

  @Test
  void periods_that_share_a_day_overlap_also_when_one_is_open() {
    // Given
    String json =
        sent(
            "{\"type\":\"DISABILITY_PENSION\",\"recordId\":\"d-1\",\"version\":1,\"status\":\"ACTIVE\",\"issuedAt\":\"2018-01-01T00:00:00Z\",\"periods\":[{\"from\":\"2019-01-01\",\"to\":\"2019-01-31\",\"grade\":50},{\"from\":\"2018-01-01\",\"to\":null,\"grade\":50},{\"from\":\"2017-01-01\",\"to\":\"2017-12-31\",\"grade\":50}]}");

    // Then
    assertThat(pointers(RecordReader.read(tree(json)))).containsExactly("/periods/0/from");
  }
}
