package org.absentia.randomisation.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A cursor gives every slot the arm that a walk from slot 0 gives it. */
class SlotCursorTest {
  private final Secret key = Secret.draw(new Random(1));
  private final Design design =
      new Design(
          "t",
          "v1",
          List.of("A", "B"),
          List.of("ALL"),
          OptionalInt.of(100),
          new PermutedBlock(Ratio.of(1, 1), List.of(2, 4)));
  private final Concealment concealment = new Concealment(design, key);

  @Test
  void slots_in_their_order_repeated_and_left_out_have_the_arm_of_their_number() {
    // Given
    SlotCursor cursor = concealment.cursor("ALL", List.of());

    // When, Then: forward, again after a failed transaction, over slots that others took
    for (int slot : List.of(0, 1, 2, 2, 3, 7, 8, 0, 50, 49, 99)) {
      assertThat(cursor.arm(slot)).isEqualTo(walked(slot));
    }
  }

  @Test
  void minimisation_follows_the_log_and_notices_when_it_tells_something_else() {
    // Given
    Minimisation scheme =
        new Minimisation(
            Ratio.of(1, 1), List.of("sex"), List.of(1), Minimisation.Measure.RANGE, new Bias(4, 5));
    List<Map<String, String>> levels = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      levels.add(Map.of("sex", i % 3 == 0 ? "F" : "M"));
    }
    Minimisation.Arrivals arrivals = scheme.arrivals();
    IntegerStream stream = design.stream(key, "*");
    ArrivalCursor cursor = new ArrivalCursor(scheme, design.stream(key, "*"));

    // When, Then
    for (int slot = 0; slot < levels.size(); slot++) {
      assertThat(cursor.draw(slot, levels.get(slot)))
          .isEqualTo(arrivals.next(stream, levels.get(slot)));
      assertThat(cursor.follow(slot, levels.get(slot))).isTrue();
    }
    int _ = cursor.draw(40, Map.of("sex", "F"));
    assertThatIllegalStateException().isThrownBy(() -> cursor.draw(41, Map.of("sex", "F")));
    assertThat(cursor.follow(40, Map.of("sex", "M"))).isFalse();
  }

  private int walked(int slot) {
    ArmSequence sequence = ((SequenceScheme) design.scheme()).sequence(design.stream(key, "ALL"));
    for (int earlier = 0; earlier < slot; earlier++) {
      int _ = sequence.next();
    }
    return sequence.next();
  }
}
