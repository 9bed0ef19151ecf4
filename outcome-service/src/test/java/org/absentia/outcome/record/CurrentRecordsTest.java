package org.absentia.outcome.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.absentia.outcome.record.RecordVersion.Status;
import org.junit.jupiter.api.Test;

class CurrentRecordsTest {
  @Test
  void the_highest_version_counts_whatever_the_order_of_arrival() {
    assertThat(numbers(CurrentRecords.of(List.of(active("d", 2, 1), active("d", 1, 2)))))
        .containsExactly(2L);
    assertThat(numbers(CurrentRecords.of(List.of(active("d", 1, 2), active("d", 2, 1)))))
        .containsExactly(2L);
  }

  @Test
  void a_cancelled_record_is_gone_until_a_higher_version_is_active_again() {
    assertThat(CurrentRecords.of(List.of(active("d", 1, 1), cancelled("d", 2, 2))).all()).isEmpty();
    assertThat(
            numbers(
                CurrentRecords.of(
                    List.of(active("d", 1, 1), cancelled("d", 2, 2), active("d", 3, 3)))))
        .containsExactly(3L);
  }

  @Test
  void what_was_issued_after_the_cut_off_is_ignored_before_versions_are_compared() {
    // Given
    List<DisabilityPension> versions = List.of(active("d", 1, 1), cancelled("d", 2, 5));

    // When / Then
    assertThat(numbers(CurrentRecords.knownAt(Instant.ofEpochSecond(4), versions)))
        .containsExactly(1L);
    assertThat(CurrentRecords.knownAt(Instant.ofEpochSecond(5), versions).all()).isEmpty();
    assertThat(CurrentRecords.knownAt(Instant.ofEpochSecond(0), versions).all()).isEmpty();
  }

  @Test
  void the_latest_issued_is_believed_first_and_of_two_issued_at_once_the_larger_id() {
    assertThat(
            CurrentRecords.of(
                    List.of(active("d-10", 1, 7), active("d-9", 1, 7), active("d-99", 1, 3)))
                .all())
        .extracting(RegistryRecord::recordId)
        .containsExactly("d-9", "d-10", "d-99");
  }

  private static List<Long> numbers(CurrentRecords records) {
    return records.all().stream().map(record -> record.version().number()).toList();
  }

  private static DisabilityPension active(String recordId, long version, long issuedAt) {
    return pension(recordId, version, Status.ACTIVE, issuedAt);
  }

  private static DisabilityPension cancelled(String recordId, long version, long issuedAt) {
    return pension(recordId, version, Status.CANCELLED, issuedAt);
  }

  private static DisabilityPension pension(
      String recordId, long version, Status status, long issuedAt) {
    return new DisabilityPension(
        new RecordVersion(recordId, version, status, Instant.ofEpochSecond(issuedAt)), List.of());
  }
}
