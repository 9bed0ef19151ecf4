package org.absentia.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Sample;
import org.absentia.statistics.inference.Bootstrap;
import org.absentia.statistics.inference.Bootstrap.Statistic;
import org.absentia.statistics.random.RandomTree;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private record Told(long done, long of, String unit) {}

  /** Notes what it hears and ends the work after some checks. */
  private static final class Audience implements Progress {
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicLong checks = new AtomicLong();
    private final long patience;

    private Audience(long patience) {
      this.patience = patience;
    }

    @Override
    public void at(long done, long of, String unit) {
      told.add(new Told(done, of, unit));
      check();
    }

    @Override
    public void check() {
      if (checks.incrementAndGet() > patience) {
        throw new Cancelled();
      }
    }
  }

  private static Bootstrap.Result bootstrap(int resamples) {
    SequencedMap<String, Sample> groups = new LinkedHashMap<>();
    groups.put("A", Sample.of(IntStream.range(0, 300).asDoubleStream().toArray()));
    groups.put("B", Sample.of(IntStream.range(0, 200).asDoubleStream().toArray()));
    return new Bootstrap(Statistic.MEDIAN, resamples, 0.95)
        .of(groups, RandomTree.ofSeed(1).branch("test"));
  }

  @Test
  void listening_changes_no_number_and_hears_of_every_step() {
    // Given
    Bootstrap.Result alone = bootstrap(1000);
    Audience audience = new Audience(Long.MAX_VALUE);

    // When
    Bootstrap.Result heard = Progress.heard(audience, () -> bootstrap(1000));

    // Then
    assertThat(heard).isEqualTo(alone);
    assertThat(audience.told).contains(new Told(0, 2000, "resamples"));
    assertThat(audience.told).contains(new Told(2000, 2000, "resamples"));
    assertThat(audience.told).extracting(Told::done).doesNotHaveDuplicates();
  }

  @Test
  void a_listener_that_ends_the_work_ends_it_in_every_thread() {
    // Given
    Audience audience = new Audience(1000);

    // When // Then
    assertThatThrownBy(() -> Progress.heard(audience, () -> bootstrap(10_000_000)))
        .isInstanceOf(Cancelled.class);
    long checks = audience.checks.get();
    assertThat(checks).isLessThan(20_000);
    assertThat(Progress.current()).isNotEqualTo(audience);
  }

  @Test
  void steps_of_a_part_are_not_heard_but_may_be_its_last() {
    // Given
    Audience audience = new Audience(3);

    // When // Then
    assertThatThrownBy(
            () ->
                Progress.heard(
                    audience,
                    () -> {
                      Steps whole = Steps.of("wholes", 2);
                      return whole.inside(
                          () -> {
                            Steps part = Steps.untilSettled("parts");
                            IntStream.range(0, 10).forEach(i -> part.done(1));
                            return "never";
                          });
                    }))
        .isInstanceOf(Cancelled.class);
    assertThat(audience.told).containsExactly(new Told(0, 2, "wholes"));
  }
}
