package org.absentia.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.analysis.dataset.Datasets;
import org.absentia.analysis.dataset.Facts;
import org.absentia.analysis.dataset.LockData;
import org.absentia.analysis.dataset.Outcome;
import org.absentia.analysis.dataset.ReceiveLabel;
import org.absentia.analysis.dataset.Trials;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.dataset.Withdrawal;
import org.absentia.local.LocalStack;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

/** What happens to a lock when something else happens at the same moment. */
@QuarkusTest
@WithTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "analysis"))
class LockTest {

  private static final LocalDate END = LocalDate.of(2019, 11, 19);

  @Inject EntityManager database;
  @Inject Facts facts;
  @Inject Datasets datasets;
  @Inject LockData lockData;
  @Inject ReceiveLabel receiveLabel;
  @Inject Trials trials;

  @Test
  void two_requests_at_once_get_the_same_dataset() throws Exception {
    // Given
    recruit("twice", LockedTrial.protocolText());

    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      // When
      UUID[] first = new UUID[1];
      Future<UUID> second =
          during(() -> first[0] = lock("twice"), other, () -> lockInItsOwnTransaction("twice"));

      // Then
      assertThat(second.get()).isEqualTo(first[0]);
    }
  }

  @Test
  void whoever_is_erased_while_the_rows_are_frozen_leaves_nothing_in_them() throws Exception {
    // Given
    UUID participant = recruit("erased-at-lock", LockedTrial.protocolText());

    // When
    eraseDuring("erased-at-lock", participant, () -> lock("erased-at-lock"));

    // Then
    assertThat(texts(participant)).isEmpty();
  }

  @Test
  void a_label_does_not_bring_back_what_is_erased_at_the_same_time() throws Exception {
    // Given
    UUID participant = recruit("erased-at-label", LockedTrial.protocolText());
    UUID datasetId = lockInItsOwnTransaction("erased-at-label");

    // When
    eraseDuring(
        "erased-at-label",
        participant,
        () -> {
          datasets.hold(datasetId);
          datasets.label(datasetId, participant, "A");
        });

    // Then
    assertThat(texts(participant)).isEmpty();
  }

  @Test
  void whoever_is_erased_while_the_dataset_is_sealed_leaves_nothing_in_it() throws Exception {
    // Given
    UUID participant = recruit("erased-at-seal", LockedTrial.protocolText());
    UUID datasetId = lockInItsOwnTransaction("erased-at-seal");

    // When
    eraseDuring(
        "erased-at-seal",
        participant,
        () ->
            assertThat(receiveLabel.receive(new ReceiveLabel.Label(datasetId, participant, "A", 1)))
                .isEqualTo(ReceiveLabel.Result.APPLIED));

    // Then
    assertThat(texts(participant)).isEmpty();
  }

  @Test
  void data_are_not_locked_before_the_day_after_recruitment() {
    // Given
    recruit("ended", LockedTrial.protocolText());

    // When
    LockData.Answer lastDay = lockAt("2020-10-31T22:59:59Z", "ended");
    LockData.Answer nextDay = lockAt("2020-10-31T23:00:00Z", "ended");

    // Then
    assertThat(lastDay).isEqualTo(new LockData.RecruitmentOpen(LocalDate.of(2020, 10, 31)));
    assertThat(nextDay).isInstanceOf(LockData.Requested.class);
  }

  private LockData.Answer lockAt(String instant, String trialId) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneId.of("Europe/Oslo"));
    return QuarkusTransaction.requiringNew()
        .call(() -> new LockData(trials, datasets, clock, Ids::next).lock(trialId));
  }

  @Test
  void whoever_wants_to_lock_too_early_learns_when_recruitment_ends() {
    // Given
    recruit("open", LockedTrial.protocolText().replace("2020-10-31", "2199-12-31"));

    // When
    Response answer = Api.analyst().post("/trials/open/datasets");

    // Then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/recruitment-open");
    assertThat(answer.jsonPath().getString("recruitmentEnd")).isEqualTo("2199-12-31");
  }

  private void eraseDuring(String trialId, UUID participant, Runnable first) throws Exception {
    Withdrawal erasure = new Withdrawal(Withdrawal.Level.WITHDRAW_AND_ERASE, END.plusDays(9));
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      during(
              first,
              other,
              () -> {
                QuarkusTransaction.requiringNew()
                    .run(() -> facts.withdrawn(trialId, participant, erasure));
                return participant;
              })
          .get();
    }
  }

  /** What is kept of a participant in datasets. */
  private List<String> texts(UUID participant) {
    return database
        .createNativeQuery(
            """
            select coalesce(content, frozen) from dataset_row
            where participant_id = :participant and coalesce(content, frozen) is not null
            """,
            String.class)
        .setParameter("participant", participant)
        .getResultList();
  }

  /**
   * Do the first in a transaction that is not committed before the second is done or waits for it.
   */
  private <T> Future<T> during(Runnable first, ExecutorService other, Callable<T> second) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              first.run();
              Future<T> running = other.submit(second);
              Api.eventually(() -> running.isDone() || somebodyWaits());
              return running;
            });
  }

  private boolean somebodyWaits() {
    return !database
        .createNativeQuery("select pid from pg_locks where not granted", Integer.class)
        .getResultList()
        .isEmpty();
  }

  private UUID lockInItsOwnTransaction(String trialId) {
    return QuarkusTransaction.requiringNew().call(() -> lock(trialId));
  }

  private UUID lock(String trialId) {
    assertThat(lockData.lock(trialId)).isInstanceOf(LockData.Requested.class);
    return ((LockData.Requested) lockData.lock(trialId)).dataset().datasetId();
  }

  /** Let one participant enter a trial and reach the end of the window. */
  private UUID recruit(String trialId, String protocol) {
    UUID participant = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              facts.opened(new Facts.Protocol(trialId, 1, "ab".repeat(32), protocol));
              facts.enrolled(
                  new Facts.Enrolment(
                      trialId, participant, Optional.of("HIGH"), Optional.empty(), false));
              facts.answered(
                  trialId, participant, Instant.EPOCH, Map.of("age", new Value.Number(49)));
              facts.computed(
                  trialId,
                  participant,
                  new Outcome(
                      1,
                      Outcome.Status.COMPLETE,
                      Map.of("P6M", new Outcome.Window(END, 132, 42.4)),
                      Map.of()));
            });
    return participant;
  }
}
