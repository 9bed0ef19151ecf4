package org.absentia.outcome.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.FactStore;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.Recomputation.Progress;
import org.absentia.outcome.computation.Recomputations;
import org.absentia.outcome.computation.RecomputeOutcomes;
import org.absentia.outcome.computation.SetDefinition;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.json.Presets;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

/** Workers die in the middle of batches and others, with shares that overlap, go on. */
@QuarkusTest
class TakeoverTest extends ServiceTest {
  private static final int PARTICIPANTS = 80;
  private static final int WORKERS = 4;

  @Inject FactStore facts;
  @Inject Outcomes outcomes;
  @Inject Recomputations orders;
  @Inject RecomputeOutcomes recomputation;
  @Inject SetDefinition setDefinition;

  /** Thrown where a process would be killed: its transaction is rolled back. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void an_order_whose_workers_die_reaches_everybody_once() throws Exception {
    // Given
    String trialId = "trial-" + Ids.next();
    List<UUID> participants = enrolled(trialId);
    eventually(
        () -> assertThat(outcomes.completenessOf(trialId).complete()).isEqualTo(PARTICIPANTS));

    // When
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                setDefinition.set(
                    trialId, Presets.named("i-more").orElseThrow(), "another look", "tester"));
    workAndDie();

    // Then
    eventually(() -> assertThat(outcomes.completenessOf(trialId).pending()).isZero());
    Progress progress = orderOf(trialId);
    assertThat(progress.recomputed()).isEqualTo(PARTICIPANTS);
    assertThat(progress.changed()).isEqualTo(PARTICIPANTS);
    for (UUID participant : participants) {
      assertThat(outcomes.versionsOf(participant)).as("versions of %s", participant).hasSize(2);
    }
  }

  private List<UUID> enrolled(String trialId) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                facts.keep(
                    new TrialOpened(
                        trialId,
                        1,
                        Instant.parse("2019-03-01T08:00:00Z"),
                        Presets.named("mi-nav").orElseThrow())));
    List<UUID> participants = new ArrayList<>();
    for (int i = 0; i < PARTICIPANTS; i++) {
      UUID participant = Ids.next();
      participants.add(participant);
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  facts.keep(
                      new ParticipantEnrolled(
                          participant,
                          trialId,
                          LocalDate.of(2019, 5, 20),
                          Instant.parse("2019-05-20T09:00:00Z"))));
    }
    return participants;
  }

  private void workAndDie() throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Callable<Void>> shifts = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        Share share = new Share(WORKERS, Set.of(worker, (worker + 1) % WORKERS));
        SplittableRandom random = new SplittableRandom(worker);
        shifts.add(
            () -> {
              for (int batch = 0; batch < 100; batch++) {
                workOrDie(share, random.nextBoolean());
              }
              return null;
            });
      }
      for (var done : workers.invokeAll(shifts)) {
        done.get();
      }
    }
  }

  private void workOrDie(Share share, boolean dies) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                recomputation.carryOn(share, 2);
                if (dies) {
                  throw new Killed();
                }
              });
    } catch (Killed killed) {
      assertThat(dies).isTrue();
    }
  }

  private Progress orderOf(String trialId) {
    return orders.newest(100).stream()
        .filter(progress -> progress.order().trialId().equals(Optional.of(trialId)))
        .findFirst()
        .orElseThrow();
  }
}
