package org.absentia.outcome.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.FactStore;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.json.Presets;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.timeline.Period;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnreadableRecordTest extends ServiceTest {
  private static final int FROM = Period.day(LocalDate.of(2019, 5, 20));

  @Inject FactStore facts;
  @Inject Outcomes outcomes;
  @Inject EntityManager database;

  @Test
  void of_periods_that_overlap_the_first_counts() {
    // Given
    UUID participantId = Ids.next();

    // When
    QuarkusTransaction.requiringNew()
        .run(() -> enrol(participantId, full(FROM, FROM + 3), full(FROM + 1, FROM + 2)));

    // Then
    eventually(() -> assertThat(newest(participantId)).contains("\"lostWorkdays\":4,"));
  }

  @Test
  void a_record_that_cannot_be_read_holds_up_nobody_else() {
    // Given
    UUID unreadable = Ids.next();
    UUID other = Ids.next();

    // When
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              enrol(unreadable, full(FROM, FROM));
              enrol(other, full(FROM, FROM + 1));
              spoil(unreadable);
            });

    // Then
    eventually(() -> assertThat(newest(other)).contains("\"lostWorkdays\":2,"));
    assertThat(outcomes.versionsOf(unreadable)).isEmpty();
    QuarkusTransaction.requiringNew().run(() -> facts.keep(new RecordErased(unreadable, "c-1", 1)));
  }

  private void enrol(UUID participantId, SickLeaveCertificate.Entry... periods) {
    String trialId = "trial-" + participantId;
    RecordVersion version =
        new RecordVersion("c-1", 1, Status.ACTIVE, Instant.parse("2019-05-20T10:00:00Z"));
    facts.keep(new TrialOpened(trialId, 1, Instant.EPOCH, Presets.named("mi-nav").orElseThrow()));
    facts.keep(
        new ParticipantEnrolled(
            participantId,
            trialId,
            LocalDate.of(2019, 5, 20),
            Instant.parse("2019-05-20T09:00:00Z")));
    facts.keep(
        new RecordReleased(
            participantId,
            trialId,
            new SickLeaveCertificate(
                version, Optional.empty(), Optional.empty(), List.of(periods))));
  }

  private static SickLeaveCertificate.Entry full(int from, int to) {
    return new SickLeaveCertificate.Entry(new Period(from, to), SickLeaveCertificate.Kind.FULL, 0);
  }

  private void spoil(UUID participantId) {
    database
        .createNativeQuery(
            "update released_record set content = '{}' where participant_id = :participant")
        .setParameter("participant", participantId)
        .executeUpdate();
  }

  private String newest(UUID participantId) {
    var versions = outcomes.versionsOf(participantId);
    return versions.isEmpty() ? "" : versions.getLast().outcome().orElse("");
  }
}
