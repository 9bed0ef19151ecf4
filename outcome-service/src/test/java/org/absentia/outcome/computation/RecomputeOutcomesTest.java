package org.absentia.outcome.computation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.absentia.outcome.Seeds;
import org.absentia.outcome.computation.Fact.ParticipantEnrolled;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.Fact.RecordErased;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Fact.ReleaseEnded;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.Recomputation.Progress;
import org.absentia.outcome.json.CanonicalText;
import org.absentia.outcome.json.Presets;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.timeline.Period;
import org.junit.jupiter.api.Test;

class RecomputeOutcomesTest {
  private static final UUID PARTICIPANT = UUID.fromString("0197a000-0000-7000-8000-000000000001");
  private static final TrialOpened TRIAL = trialOpened(1, "mi-nav");
  private static final ParticipantEnrolled ENROLLED =
      new ParticipantEnrolled(
          PARTICIPANT, "mi-nav", LocalDate.of(2019, 5, 20), Instant.parse("2019-05-20T09:00:00Z"));
  private static final LocalDate LONG_AFTER = LocalDate.of(2026, 11, 22);

  @Test
  void any_order_and_any_repetition_of_the_facts_gives_byte_identical_outcomes() {
    Seeds.forSeeds(
        2_000,
        random -> {
          // Given
          List<Fact> facts = Histories.draw(random, "mi-nav", PARTICIPANT);
          Computation inOrder = new Computation(LONG_AFTER);
          facts.forEach(inOrder::keep);
          inOrder.recompute();

          // When
          Computation shuffled = new Computation(LONG_AFTER);
          for (Fact fact : shuffledWithRepeats(facts, random)) {
            shuffled.keep(fact);
            if (random.nextInt(5) == 0) {
              shuffled.recompute();
            }
          }
          shuffled.recompute();

          // Then
          assertThat(shuffled.newest().outcome()).isEqualTo(inOrder.newest().outcome());
          assertThat(shuffled.newest().inputHash()).isEqualTo(inOrder.newest().inputHash());
          assertThat(shuffled.newest().status()).isEqualTo(inOrder.newest().status());
          assertThat(shuffled.newest().inputs()).isEqualTo(inOrder.newest().inputs());
        });
  }

  @Test
  void facts_wait_until_the_trial_and_the_enrolment_are_known() {
    // Given
    Computation computation = new Computation(LONG_AFTER);

    // When / Then
    computation.keep(certificate("c-1", 1, 4));
    computation.recompute();
    assertThat(computation.versions()).isEmpty();
    computation.keep(ENROLLED);
    computation.recompute();
    assertThat(computation.versions()).isEmpty();
    computation.keep(TRIAL);
    computation.recompute();
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.COMPLETE);
    assertThat(computation.newest().outcome().orElseThrow()).contains("\"lostWorkdays\":4,");
  }

  @Test
  void a_late_correction_makes_a_new_version_and_the_first_one_is_kept() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.keep(certificate("c-1", 1, 4));
    computation.recompute();

    // When
    computation.keep(certificate("c-1", 2, 3));
    computation.recompute();

    // Then
    assertThat(computation.versions()).extracting(OutcomeVersion::number).containsExactly(1, 2);
    assertThat(computation.versions().getFirst().outcome().orElseThrow())
        .contains("\"lostWorkdays\":4,");
    assertThat(computation.newest().outcome().orElseThrow()).contains("\"lostWorkdays\":3,");
  }

  @Test
  void a_repeat_and_an_outdated_version_make_no_new_version() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.keep(certificate("c-1", 2, 4));
    computation.recompute();

    // When
    computation.keep(certificate("c-1", 2, 4));
    computation.keep(certificate("c-1", 1, 3));
    computation.keep(TRIAL);
    computation.keep(ENROLLED);
    computation.recompute();

    // Then
    assertThat(computation.versions()).hasSize(1);
  }

  @Test
  void changes_that_follow_each_other_closely_are_computed_together() {
    // Given
    Computation computation = enrolled(LONG_AFTER);

    // When
    for (int i = 0; i < 40; i++) {
      computation.keep(certificate("c-" + i, 1, 4));
      computation.now = computation.now.plusMillis(2);
      computation.recomputation.recompute(Share.ALL, 10);
    }
    computation.recompute();

    // Then
    assertThat(computation.versions()).hasSize(1);
    assertThat(computation.newest().inputs()).hasSize(40);
  }

  @Test
  void an_outcome_is_partial_until_the_day_after_the_window_and_then_completed_by_itself() {
    // Given
    Computation computation = enrolled(LocalDate.of(2019, 11, 19));
    computation.recompute();
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.PARTIAL);

    // When
    computation.now = Instant.parse("2019-11-20T00:00:00Z");
    computation.recompute();

    // Then
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.COMPLETE);
    assertThat(computation.newest().number()).isEqualTo(2);
  }

  @Test
  void whoever_withdraws_before_the_window_ends_has_no_values() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.keep(certificate("c-1", 1, 4));

    // When
    computation.keep(withdrawn(WithdrawalLevel.WITHDRAW_KEEPING_DATA, "2019-11-19"));
    computation.recompute();

    // Then
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.WITHDRAWN);
    assertThat(computation.newest().outcome()).isEmpty();
  }

  @Test
  void
      whoever_withdraws_after_the_window_or_only_from_sessions_and_questionnaires_keeps_the_outcome() {
    // Given
    Computation computation = enrolled(LONG_AFTER);

    // When
    computation.keep(withdrawn(WithdrawalLevel.STOP_INTERVENTION, "2019-06-01"));
    computation.keep(withdrawn(WithdrawalLevel.STOP_QUESTIONNAIRES, "2019-06-02"));
    computation.keep(withdrawn(WithdrawalLevel.STOP_REGISTRY_DATA, "2019-11-20"));
    computation.keep(
        new ReleaseEnded(PARTICIPANT, "mi-nav", Instant.parse("2019-11-20T12:00:00Z")));
    computation.recompute();

    // Then
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.COMPLETE);
  }

  @Test
  void a_window_that_was_over_at_the_withdrawal_keeps_its_values() {
    // Given
    Computation computation = new Computation(LONG_AFTER);
    computation.keep(trialOpened(1, "i-more"));
    computation.keep(ENROLLED);
    computation.keep(certificate("c-1", 1, 4));

    // When
    computation.keep(withdrawn(WithdrawalLevel.WITHDRAW_KEEPING_DATA, "2019-11-20"));
    computation.recompute();

    // Then
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.WITHDRAWN);
    assertThat(computation.newest().inputs()).hasSize(1);
    assertThat(computation.newest().outcome().orElseThrow())
        .contains("\"window\":\"P6M\"", "\"lostWorkdays\":4,")
        .doesNotContain("\"window\":\"P12M\"");
  }

  @Test
  void a_window_that_ends_on_the_day_after_the_withdrawal_has_no_values() {
    // Given
    Computation computation = new Computation(LONG_AFTER);
    computation.keep(trialOpened(1, "i-more"));
    computation.keep(ENROLLED);

    // When
    computation.keep(withdrawn(WithdrawalLevel.STOP_REGISTRY_DATA, "2019-11-19"));
    computation.recompute();

    // Then
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.WITHDRAWN);
    assertThat(computation.newest().outcome()).isEmpty();
  }

  @Test
  void erasure_empties_every_version_and_leaves_numbers_and_hashes() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.keep(certificate("c-1", 1, 4));
    computation.recompute();
    String hash = computation.newest().inputHash();

    // When
    computation.keep(withdrawn(WithdrawalLevel.WITHDRAW_AND_ERASE, "2021-01-01"));
    computation.keep(new RecordErased(PARTICIPANT, "c-1", 1));
    computation.keep(certificate("c-1", 1, 4));
    computation.recompute();

    // Then
    assertThat(computation.versions())
        .extracting(OutcomeVersion::outcome)
        .containsOnly(Optional.empty());
    assertThat(computation.versions()).extracting(OutcomeVersion::inputs).containsOnly(List.of());
    assertThat(computation.versions().getFirst().inputHash()).isEqualTo(hash);
    assertThat(computation.newest().status()).isEqualTo(OutcomeStatus.WITHDRAWN);
  }

  @Test
  void an_order_derives_anew_and_what_comes_out_as_it_was_makes_no_new_version() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.keep(certificate("c-1", 1, 4));
    computation.recompute();

    // When
    computation.store.add(order());
    while (computation.recomputation.carryOn(Share.ALL, 10) > 0) {
      computation.recompute();
    }

    // Then
    assertThat(computation.versions()).hasSize(1);
    assertThat(computation.store.newest(1).getFirst())
        .extracting(Progress::recomputed, Progress::changed, Progress::failed)
        .containsExactly(1L, 0L, 0L);
  }

  @Test
  void an_order_mends_an_outcome_that_the_same_input_does_not_give_any_more() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.keep(certificate("c-1", 1, 4));
    computation.recompute();
    computation.store.spoilNewest(PARTICIPANT);

    // When
    computation.store.add(order());
    computation.recomputation.carryOn(Share.ALL, 10);

    // Then
    assertThat(computation.versions()).hasSize(2);
    assertThat(computation.newest().outcome().orElseThrow()).contains("\"lostWorkdays\":4,");
  }

  @Test
  void an_outcome_computed_after_a_snapshot_is_later_than_it_whatever_the_clock_says() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.store.snapshotAt = Optional.of(Instant.parse("2031-01-01T00:00:00Z"));

    // When
    computation.recompute();

    // Then
    assertThat(computation.newest().computedAt()).isAfter(Instant.parse("2031-01-01T00:00:00Z"));
  }

  private static Recomputation order() {
    return new Recomputation(
        UUID.randomUUID(),
        Optional.of("mi-nav"),
        Recomputation.Cause.REQUESTED,
        "a test",
        Optional.empty(),
        Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  void another_definition_recomputes_everyone() {
    // Given
    Computation computation = enrolled(LONG_AFTER);
    computation.recompute();

    // When
    computation.keep(trialOpened(2, "i-more"));
    computation.recompute();

    // Then
    assertThat(computation.newest().number()).isEqualTo(2);
    assertThat(computation.newest().outcome().orElseThrow()).contains("\"window\":\"P12M\"");
  }

  private static TrialOpened trialOpened(int version, String preset) {
    return new TrialOpened(
        "mi-nav",
        version,
        Instant.parse("2019-03-01T08:00:00Z").plusSeconds(version),
        Presets.named(preset).orElseThrow());
  }

  private static Computation enrolled(LocalDate today) {
    Computation computation = new Computation(today);
    computation.keep(TRIAL);
    computation.keep(ENROLLED);
    return computation;
  }

  /** A certificate of so many days from Monday 20 May 2019. */
  private static RecordReleased certificate(String recordId, long version, int days) {
    int from = Period.day(LocalDate.of(2019, 5, 20));
    return new RecordReleased(
        PARTICIPANT,
        "mi-nav",
        new SickLeaveCertificate(
            new RecordVersion(
                recordId, version, Status.ACTIVE, Instant.parse("2019-05-20T10:00:00Z")),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new SickLeaveCertificate.Entry(
                    Period.until(from, from + days), SickLeaveCertificate.Kind.FULL, 0))));
  }

  private static ParticipantWithdrawn withdrawn(WithdrawalLevel level, String on) {
    return new ParticipantWithdrawn(PARTICIPANT, "mi-nav", level, LocalDate.parse(on));
  }

  private static List<Fact> shuffledWithRepeats(List<Fact> facts, SplittableRandom random) {
    List<Fact> shuffled = new ArrayList<>(facts);
    for (Fact fact : facts) {
      for (int repeats = random.nextInt(3); repeats > 0; repeats--) {
        shuffled.add(fact);
      }
    }
    Collections.shuffle(shuffled, new Random(random.nextLong()));
    return shuffled;
  }

  /** The use case on the in-memory twin, with a clock that stands still until moved. */
  private static final class Computation {
    private static final Duration SETTLING = Duration.ofMillis(200);

    private Instant now;
    private final InMemoryStore store;
    private final RecomputeOutcomes recomputation;

    Computation(LocalDate today) {
      this.now = today.atStartOfDay().toInstant(ZoneOffset.UTC);
      Clock clock = new MovedClock();
      this.store = new InMemoryStore(clock);
      this.recomputation =
          new RecomputeOutcomes(
              store, store, new CanonicalText(), UUID::randomUUID, clock, SETTLING);
    }

    void keep(Fact fact) {
      store.keep(fact);
    }

    void recompute() {
      now = now.plus(SETTLING);
      recomputation.recompute(Share.ALL, 10);
    }

    List<OutcomeVersion> versions() {
      return store.outcomesOf(PARTICIPANT);
    }

    OutcomeVersion newest() {
      return versions().getLast();
    }

    private final class MovedClock extends Clock {
      @Override
      public java.time.ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        return now;
      }
    }
  }
}
