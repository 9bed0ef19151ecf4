package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiaryTest {
  @TempDir private Path home;

  @Test
  void what_is_noted_is_found_again() {
    // Given
    Diary diary = Diary.begun(home, "mi-nav", 7, "small", "c0ffee");
    diary.weekDone(12, Map.of(3, "candidate-3", 4, "candidate-4"), Map.of(3, "participant-3"));
    diary.locked("dataset-1");
    diary.analysed("run-1");

    // When
    Optional<Diary> found = Diary.of(home, "mi-nav", "c0ffee");

    // Then
    assertThat(found).isPresent();
    assertThat(found.get().seed()).isEqualTo(7);
    assertThat(found.get().scale()).isEqualTo("small");
    assertThat(found.get().weeks()).isEqualTo(12);
    assertThat(found.get().listed()).hasSize(2).containsEntry(4, "candidate-4");
    assertThat(found.get().participants()).containsExactly(Map.entry(3, "participant-3"));
    assertThat(found.get().datasetId()).contains("dataset-1");
    assertThat(found.get().runId()).contains("run-1");
  }

  @Test
  void the_diary_of_erased_data_is_void() {
    // Given
    Diary.begun(home, "mi-nav", 7, "small", "c0ffee");

    // When
    Optional<Diary> ofAnotherTrial = Diary.of(home, "mi-nav", "decaf");

    // Then
    assertThat(ofAnotherTrial).isEmpty();
  }

  @Test
  void weeks_done_again_after_an_interruption_do_not_turn_the_diary_back() {
    // Given
    Diary diary = Diary.begun(home, "mi-nav", 7, "small", "c0ffee");
    diary.weekDone(12, Map.of(), Map.of());

    // When
    diary.weekDone(10, Map.of(), Map.of());

    // Then
    assertThat(diary.weeks()).isEqualTo(12);
  }
}
