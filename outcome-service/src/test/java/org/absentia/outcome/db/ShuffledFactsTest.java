package org.absentia.outcome.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.FactStore;
import org.absentia.outcome.computation.Histories;
import org.absentia.outcome.computation.InMemoryStore;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.RecomputeOutcomes;
import org.absentia.outcome.computation.Share;
import org.absentia.outcome.json.CanonicalText;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

/**
 * The same property as with the in-memory twin, with writers of single facts and of batches and the
 * worker side by side.
 */
@QuarkusTest
class ShuffledFactsTest extends ServiceTest {
  private static final int PARTICIPANTS = 40;
  private static final int WRITERS = 4;
  private static final int LARGEST_BATCH = 20;

  @Inject FactStore facts;
  @Inject Outcomes outcomes;

  @Test
  void shuffled_and_repeated_facts_from_several_writers_give_byte_identical_outcomes()
      throws InterruptedException, ExecutionException {
    // Given
    SplittableRandom random = new SplittableRandom(1);
    Map<UUID, OutcomeVersion> expected = new HashMap<>();
    List<Fact> everything = new ArrayList<>();
    for (int i = 0; i < PARTICIPANTS; i++) {
      UUID participantId = Ids.next();
      List<Fact> history = Histories.draw(random, "trial-" + participantId, participantId);
      expected.put(participantId, computed(history, participantId));
      everything.addAll(history);
      everything.addAll(history);
    }
    Collections.shuffle(everything, new Random(2));

    // When
    keepConcurrently(everything);

    // Then
    for (UUID participantId : expected.keySet()) {
      OutcomeVersion wanted = expected.get(participantId);
      eventually(
          () ->
              assertThat(outcomes.versionsOf(participantId))
                  .last()
                  .extracting(OutcomeVersion::inputHash)
                  .isEqualTo(wanted.inputHash()));
      OutcomeVersion newest = outcomes.versionsOf(participantId).getLast();
      assertThat(newest.outcome()).isEqualTo(wanted.outcome());
      assertThat(newest.status()).isEqualTo(wanted.status());
      assertThat(newest.inputs()).isEqualTo(wanted.inputs());
    }
  }

  private void keepConcurrently(List<Fact> everything)
      throws InterruptedException, ExecutionException {
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Void>> shares = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer;
        shares.add(
            () -> {
              SplittableRandom random = new SplittableRandom(first);
              for (List<Fact> rest = everyOther(everything, first); !rest.isEmpty(); ) {
                int together = Math.min(rest.size(), random.nextInt(1, LARGEST_BATCH + 1));
                List<Fact> batch = rest.subList(0, together);
                QuarkusTransaction.requiringNew().run(() -> facts.keepAll(batch));
                rest = rest.subList(together, rest.size());
              }
              return null;
            });
      }
      for (var done : writers.invokeAll(shares)) {
        done.get();
      }
    }
  }

  private static List<Fact> everyOther(List<Fact> everything, int first) {
    return IntStream.range(0, everything.size())
        .filter(i -> i % WRITERS == first)
        .mapToObj(everything::get)
        .toList();
  }

  private static OutcomeVersion computed(List<Fact> history, UUID participantId) {
    Clock clock = Clock.systemUTC();
    InMemoryStore store = new InMemoryStore(clock);
    history.forEach(store::keep);
    new RecomputeOutcomes(store, store, new CanonicalText(), UUID::randomUUID, clock, Duration.ZERO)
        .recompute(Share.ALL, 1);
    assertThat(LocalDate.now(clock)).isAfter(LocalDate.of(2020, 5, 20));
    return store.outcomesOf(participantId).getLast();
  }
}
