package org.absentia.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.absentia.ingest.intake.Outcome;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static InputStream lines(int number) {
    return new ByteArrayInputStream("{}\n".repeat(number).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_failure_says_that_what_was_stored_before_is_kept() {
    // Given
    List<Integer> stored = new ArrayList<>();

    // When
    Problem failed =
        catchThrowableOfType(
            Problem.class,
            () ->
                Body.take(
                    lines(1_500),
                    "application/x-ndjson",
                    Document::line,
                    batch -> stored(batch, stored)));

    // Then
    assertThat(stored).hasSize(1_000);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.detail()).contains("what was stored before is kept", "again is safe");
    assertThat(failed.body()).containsEntry("stored", 1_000).containsEntry("received", 1_000);
  }

  /** Stores the first batch and fails in the second, as when the database goes away. */
  private static List<Outcome> stored(List<Integer> batch, List<Integer> stored) {
    if (!stored.isEmpty()) {
      throw new IllegalStateException("the database went away");
    }
    stored.addAll(batch);
    return batch.stream().<Outcome>map(line -> new Outcome.Stored(line, "c-" + line)).toList();
  }
}
