package org.absentia.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.absentia.analysis.dataset.Facts;
import org.absentia.analysis.dataset.LockData;
import org.absentia.analysis.dataset.Outcome;
import org.absentia.analysis.dataset.Value;
import org.absentia.local.LocalStack;
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
  @Inject LockData lockData;

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
                  new Facts.Enrolment(trialId, participant, Optional.of("HIGH"), false));
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
