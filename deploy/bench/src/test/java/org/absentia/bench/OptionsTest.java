package org.absentia.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Set<String> KNOWN = Set.of("--persons", "--seed");

  @Test
  void an_option_that_is_not_given_keeps_its_default() {
    Options options = Options.of(List.of("--persons", "20"), KNOWN);
    assertThat(options.count("--persons", 5)).isEqualTo(20);
    assertThat(options.number("--seed", 1)).isEqualTo(1);
  }

  @Test
  void what_is_not_understood_is_refused() {
    for (List<String> words :
        List.of(List.of("--person", "3"), List.of("--persons"), List.of("--persons", "many"))) {
      assertThatThrownBy(() -> Options.of(words, KNOWN))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_benchmark_of_nobody_is_refused() {
    Options options = Options.of(List.of("--persons", "0"), KNOWN);
    assertThatThrownBy(() -> options.count("--persons", 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
