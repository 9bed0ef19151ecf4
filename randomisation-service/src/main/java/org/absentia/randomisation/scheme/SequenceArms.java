package org.absentia.randomisation.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The arms of schemes whose slots follow one another within a stratum. It keeps what it derived, so
 * that many slots of one stratum cost one pass: for proofs and commitments, never for allocating.
 */
public final class SequenceArms implements SlotArms {
  /** No trial takes more; a forged slot number must not cost hours. */
  private static final int MOST_SLOTS = 1 << 22;

  private final Function<String, ArmSequence> start;
  private final Map<String, Sequence> sequences = new HashMap<>();

  /**
   * @param start opens the sequence of a stratum at slot 0
   */
  public SequenceArms(Function<String, ArmSequence> start) {
    this.start = start;
  }

  @Override
  public OptionalInt arm(String stratum, int slot) {
    if (slot < 0 || slot >= MOST_SLOTS) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        sequences.computeIfAbsent(stratum, name -> new Sequence(start.apply(name))).arm(slot));
  }

  private static final class Sequence {
    private final ArmSequence rest;
    private final List<Integer> taken = new ArrayList<>();

    Sequence(ArmSequence rest) {
      this.rest = rest;
    }

    int arm(int slot) {
      while (taken.size() <= slot) {
        taken.add(rest.next());
      }
      return taken.get(slot);
    }
  }
}
