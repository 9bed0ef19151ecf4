package org.absentia.outcome.computation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.computation.OutcomeVersion.Input;
import org.junit.jupiter.api.Test;

class InputHashTest {
  @Test
  void an_id_with_a_line_break_does_not_read_as_two_records() {
    assertThat(hash(new Input("a\n1 b", 1)))
        .isNotEqualTo(hash(new Input("a", 1), new Input("b", 1)));
    assertThat(hash(new Input("a\n", 1))).isNotEqualTo(hash(new Input("a\\n", 1)));
  }

  @Test
  void the_hash_of_usual_ids_stays_as_it_was_first_published() {
    assertThat(hash(new Input("c-1", 1), new Input("e/1", 2)))
        .isEqualTo(Sha256.of("absentia-outcome-1\n{}\n2019-05-20\nCOMPLETE\n1 c-1\n2 e/1"));
  }

  private static String hash(Input... inputs) {
    return InputHash.of("{}", LocalDate.of(2019, 5, 20), OutcomeStatus.COMPLETE, List.of(inputs));
  }
}
