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
import org.absentia.outcome.Followed;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.Topics;
import org.absentia.outcome.computation.Fact.ParticipantWithdrawn;
import org.absentia.outcome.computation.FactStore;
import org.absentia.outcome.computation.History;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.Recomputation;
import org.absentia.outcome.computation.Recomputations;
import org.absentia.outcome.computation.Snapshots;
import org.absentia.outcome.computation.TakeSnapshot;
import org.absentia.outcome.computation.WithdrawalLevel;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoredHistoryTest extends ServiceTest {
  @Inject FactStore facts;
  @Inject History history;
  @Inject Outcomes outcomes;
  @Inject OutcomeVersionRows rows;
  @Inject Recomputations orders;
  @Inject TakeSnapshot takeSnapshot;
  @Inject Snapshots snapshots;
  @Inject EntityManager database;

  @Test
  void values_of_whoever_is_erased_do_not_come_back() {
    // Given
    OutcomeVersion kept = computed().getFirst();
    UUID erased = Ids.next();
    in(
        () ->
            facts.keep(
                new ParticipantWithdrawn(
                    erased,
                    kept.trialId(),
                    WithdrawalLevel.WITHDRAW_AND_ERASE,
                    LocalDate.of(2019, 6, 1))));

    // When
    in(() -> history.restore(copy(kept, erased, 1, kept.computedAt())));

    // Then
    OutcomeVersion restored = outcomes.versionsOf(erased).getFirst();
    assertThat(restored.isErased()).isTrue();
    assertThat(restored.inputs()).isEmpty();
    Topics.await("outcome.version-kept.v1", erased + "/1", event -> event.path("outcome").isNull());
  }

  @Test
  void the_newest_version_taken_back_is_published_again_and_only_that() {
    // Given
    OutcomeVersion kept = computed().getFirst();
    UUID participant = Ids.next();
    in(() -> history.restore(copy(kept, participant, 1, kept.computedAt())));
    in(() -> history.restore(copy(kept, participant, 2, kept.computedAt())));

    // When
    for (int bucket = 0; bucket < 240; bucket++) {
      int next = bucket;
      in(() -> history.publishAgain(next));
    }

    // Then
    Topics.await(
        "outcome.computed.v1",
        participant.toString(),
        event -> {
          assertThat(event.path("outcomeVersion").asInt()).isEqualTo(2);
          return true;
        });
  }

  @Test
  void nothing_is_published_before_it_is_kept() {
    // Given
    OutcomeVersion known = computed().getFirst();
    UUID participant = Ids.next();
    in(() -> history.restore(copy(known, participant, 1, known.computedAt())));

    // When / Then
    rolledBack(
        () -> {
          rows.update("publishedAt = null, keptAt = null where participantId = ?1", participant);
          assertThat(rows.unkept(1_000)).extracting(row -> row.participantId).contains(participant);
          assertThat(rows.unpublished(1_000))
              .extracting(row -> row.participantId)
              .doesNotContain(participant);
        });
  }

  @Test
  void a_version_is_computed_after_the_one_before_it_though_a_clock_is_behind() {
    // Given
    Followed person = Followed.unknown().open();
    Topics.await("outcome.computed.v1", person.id(), event -> true);
    Instant ahead =
        Instant.now().plusSeconds(3600).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    in(
        () ->
            database
                .createNativeQuery(
                    "update outcome_version set computed_at = :at where participant_id = :person")
                .setParameter("at", ahead)
                .setParameter("person", person.participantId())
                .executeUpdate());

    // When
    person.certificate("c-1", 1, 4);

    // Then
    eventually(() -> assertThat(outcomes.versionsOf(person.participantId())).hasSizeGreaterThan(1));
    assertThat(outcomes.versionsOf(person.participantId()).getLast().computedAt()).isAfter(ahead);
  }

  @Test
  void an_order_has_a_slice_for_each_bucket_so_that_nobody_enrolled_meanwhile_is_missed() {
    OutcomeVersion known = computed().getFirst();
    rolledBack(
        () -> {
          UUID id = Ids.next();
          orders.add(
              new Recomputation(
                  id,
                  Optional.of(known.trialId()),
                  Recomputation.Cause.REQUESTED,
                  "test",
                  Optional.empty(),
                  Instant.now()));
          assertThat(
                  database
                      .createNativeQuery(
                          "select count(*) from recomputation_slice where recomputation_id = :id",
                          Long.class)
                      .setParameter("id", id)
                      .getSingleResult())
              .isEqualTo(240L);
          assertThat(orders.find(id).orElseThrow().participants()).isEqualTo(1);
        });
  }

  @Test
  void the_hash_of_a_snapshot_covers_everybody_by_the_version_known_then() {
    // Given
    OutcomeVersion known = computed().getFirst();
    List<UUID> others = java.util.stream.Stream.generate(Ids::next).limit(20).toList();
    Instant then = known.computedAt();
    for (UUID other : others) {
      in(() -> history.restore(copy(known, other, 1, then.minusMillis(5))));
      in(() -> history.restore(copy(known, other, 2, then)));
      in(() -> history.restore(copy(known, other, 3, then.plusMillis(1))));
    }

    // When / Then
    List<Snapshots.Held> held = new java.util.ArrayList<>();
    in(() -> snapshots.forEach(known.trialId(), then, held::add));
    assertThat(held).hasSize(21);
    assertThat(held)
        .filteredOn(version -> others.contains(version.participantId()))
        .extracting(Snapshots.Held::number)
        .containsOnly(2);
    assertThat(held.stream().map(version -> version.participantId().toString()).toList())
        .isSorted();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              TakeSnapshot.Result result = takeSnapshot.take(known.trialId(), "test");
              assertThat(result).isInstanceOf(TakeSnapshot.Taken.class);
              assertThat(takeSnapshot.holds(((TakeSnapshot.Taken) result).snapshot())).isTrue();
            });
  }

  private List<OutcomeVersion> computed() {
    Followed person = Followed.unknown().open();
    Topics.await("outcome.computed.v1", person.id(), event -> true);
    return outcomes.versionsOf(person.participantId());
  }

  private static void rolledBack(Runnable work) {
    QuarkusTransaction.begin();
    try {
      work.run();
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private static void in(Runnable work) {
    QuarkusTransaction.requiringNew().run(work);
  }

  private static OutcomeVersion copy(
      OutcomeVersion version, UUID participantId, int number, Instant computedAt) {
    return new OutcomeVersion(
        Ids.next(),
        participantId,
        version.trialId(),
        number,
        version.status(),
        version.basis(),
        version.inputHash(),
        version.inputs(),
        computedAt,
        version.outcome(),
        version.outcomeHash());
  }
}
