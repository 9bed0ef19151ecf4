package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.absentia.suite.world.Scale;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void without_words_the_whole_of_mi_nav_is_run_and_left_running() {
    // When
    Options options = Options.of(List.of());

    // Then
    assertThat(options.trial()).isEqualTo("mi-nav");
    assertThat(options.scale()).isEqualTo(Scale.FULL);
    assertThat(options.exit()).isFalse();
  }

  @Test
  void the_seed_the_scale_and_the_end_can_be_chosen() {
    // When
    Options options = Options.of(List.of("mi-nav", "--seed", "7", "--scale", "small", "--exit"));

    // Then
    assertThat(options).isEqualTo(new Options("mi-nav", 7, Scale.SMALL, true));
  }

  @Test
  void a_word_that_means_nothing_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(List.of("--sead", "7")))
        .withMessageContaining("--sead");
  }

  @Test
  void a_seed_must_be_a_number() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(List.of("--seed", "seven")))
        .withMessageContaining("seven");
  }
}
