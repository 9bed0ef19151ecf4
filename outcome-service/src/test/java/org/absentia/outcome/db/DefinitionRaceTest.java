package org.absentia.outcome.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.absentia.outcome.ServiceTest;
import org.absentia.outcome.computation.Definitions;
import org.absentia.outcome.computation.Fact.TrialOpened;
import org.absentia.outcome.computation.FactStore;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.computation.SetDefinition;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.Presets;
import org.absentia.platform.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefinitionRaceTest extends ServiceTest {
  private static final OutcomeDefinition FIRST = Presets.named("mi-nav").orElseThrow();
  private static final OutcomeDefinition OTHER = Presets.named("i-more").orElseThrow();

  @Inject FactStore facts;
  @Inject Outcomes outcomes;
  @Inject Definitions definitions;
  @Inject SetDefinition setDefinition;

  @Test
  void the_definition_listed_last_counts_also_when_another_was_set_after_the_trial_was_read() {
    // Given
    String trialId = "trial-" + Ids.next();
    Instant openedAt = Instant.parse("2019-03-01T08:00:00Z");
    QuarkusTransaction.requiringNew()
        .run(() -> facts.keep(new TrialOpened(trialId, 1, openedAt, FIRST)));

    // When
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(outcomes.definitionOf(trialId)).contains(FIRST);
              CompletableFuture.runAsync(() -> set(trialId, OTHER)).join();
              setDefinition.set(trialId, FIRST, "back to the first", "second");
            });

    // Then
    assertThat(outcomes.definitionOf(trialId)).contains(FIRST);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                assertThat(definitions.of(trialId).getLast().definition())
                    .isEqualTo(outcomes.definitionOf(trialId).orElseThrow()));
  }

  private void set(String trialId, OutcomeDefinition definition) {
    QuarkusTransaction.requiringNew()
        .run(() -> setDefinition.set(trialId, definition, "another look", "first"));
  }
}
