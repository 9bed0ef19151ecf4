package org.absentia.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.absentia.ingest.Samples;
import org.absentia.ingest.intake.Enrolment;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.intake.Trial;
import org.absentia.ingest.intake.Withdrawal;
import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.RecordReader;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.junit.jupiter.api.Test;

/** The examples of the events that this service reads and writes, at their word. */
class EventExamplesTest {
  private final Faults faults = new Faults();

  private JsonReader reader(String topic) {
    return JsonReader.of(Samples.example(topic), faults);
  }

  @Test
  void the_example_of_an_opened_trial_tells_where_when_and_whom_to_look_for() {
    // Given
    JsonNode example = Samples.example("randomisation.trial-opened.v1");

    // When
    Trial trial = TrialListener.trial(JsonReader.of(example, faults), example);

    // Then
    var unread = new org.absentia.ingest.record.Faults();
    assertThat(trial.recruitment(unread).offices()).isNotEmpty();
    assertThat(trial.recruitment(unread).goesOn(LocalDate.of(2020, 3, 15))).isFalse();
    assertThat(trial.criteria(unread).weekOfSickLeave()).isPresent();
    assertThat(trial.criteria(unread).employed()).isTrue();
    assertThat(faults.any() || unread.any()).isFalse();
  }

  @Test
  void the_example_of_an_enrolment_is_read() {
    // When
    Enrolment enrolment = TrialListener.enrolment(reader("randomisation.participant-enrolled.v1"));

    // Then
    assertThat(faults.any()).isFalse();
    assertThat(enrolment.historyFrom()).isEqualTo(enrolment.indexDate().minusYears(2));
  }

  @Test
  void the_example_of_a_withdrawal_is_read() {
    // When
    Withdrawal withdrawal =
        TrialListener.withdrawal(reader("randomisation.participant-withdrawn.v1"));

    // Then
    assertThat(faults.any()).isFalse();
    assertThat(withdrawal.withdrawnAt()).isAfter(Instant.EPOCH);
  }

  @Test
  void the_released_record_of_our_own_example_is_canonical() {
    // Given
    JsonNode record = Samples.example("registry.record-released.v1").path("record");

    // Then
    assertThat(CanonicalJson.of(RecordReader.readStored(JsonTree.ofStored(record.toString()))))
        .isEqualTo(record.toString());
  }
}
