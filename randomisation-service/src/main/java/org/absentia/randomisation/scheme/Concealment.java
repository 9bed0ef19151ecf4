package org.absentia.randomisation.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A design with its key: the only thing that knows which arm a slot has. It derives slots, it never
 * stores them.
 */
public record Concealment(Design design, Secret key) {
  private static final int LEAF = 0x00;

  /** Returns what is published before the first participant. */
  public Hash commitment(Secret salt) {
    return commitment(design.canonical(), salt, key);
  }

  /** Returns the commitment to a design as it is written, whether or not it is legal. */
  public static Hash commitment(byte[] canonicalDesign, Secret salt, Secret key) {
    return Hash.of(
        Octets.labelled("RND-1/commit")
            .prefixed(canonicalDesign)
            .raw(salt.bytes())
            .raw(key.bytes())
            .toByteArray());
  }

  /** Returns the leaf that ties a slot to its arm and tells nothing without the opening. */
  public Hash leaf(String stratum, int slot, int arm) {
    return Hash.of(
        new Octets()
            .octet(LEAF)
            .text(design.trial())
            .text(stratum)
            .u64(slot)
            .raw(opening(stratum, slot))
            .text(design.arms().get(arm))
            .toByteArray());
  }

  /** Returns the secret part of a leaf, which is shown to open one slot and no other. */
  public byte[] opening(String stratum, int slot) {
    return key.hmac(
        Octets.labelled("RND-1/open").text(design.trial()).text(stratum).u64(slot).toByteArray());
  }

  /**
   * Returns the arm of one slot, which follows from its number: not for minimisation or a list.
   *
   * @param epochs of the stratum, for a design that has any
   */
  public int arm(String stratum, int slot, List<Epoch> epochs) {
    return cursor(stratum, epochs).arm(slot);
  }

  /** Returns a cursor that stands at slot 0 of a stratum whose arms follow from slots' numbers. */
  public SlotCursor cursor(String stratum, List<Epoch> epochs) {
    return new SlotCursor(() -> sequence(stratum, epochs));
  }

  private ArmSequence sequence(String stratum, List<Epoch> epochs) {
    if (!design.strata().contains(stratum)) {
      throw new IllegalArgumentException("the design has no such stratum");
    }
    return switch (design.scheme()) {
      case SequenceScheme scheme -> scheme.sequence(design.stream(key, stratum));
      case WeightedEpochs scheme -> scheme.sequence(design.stream(key, stratum), epochs);
      case Minimisation scheme ->
          throw new IllegalStateException("minimisation depends on who arrived");
      case ImportedList scheme -> throw new IllegalStateException("a list is not derived");
    };
  }

  /** Returns the arm of one slot of a design without epochs. */
  public int arm(String stratum, int slot) {
    return arm(stratum, slot, List.of());
  }

  /** Returns the root over every slot of every stratum, for schemes whose stream fixes them all. */
  public Optional<Hash> merkleRoot() {
    return design.scheme() instanceof SequenceScheme scheme
        ? merkleRoot(new SequenceArms(stratum -> scheme.sequence(design.stream(key, stratum))))
        : Optional.empty();
  }

  /** Returns the root over the given arms; empty where an arm is missing or slots are not fixed. */
  public Optional<Hash> merkleRoot(SlotArms arms) {
    List<Hash> leaves = new ArrayList<>();
    for (String stratum : design.strata()) {
      for (int slot = 0; slot < design.slotsPerStratum().orElse(0); slot++) {
        OptionalInt arm = arms.arm(stratum, slot);
        if (arm.isEmpty()) {
          return Optional.empty();
        }
        leaves.add(leaf(stratum, slot, arm.getAsInt()));
      }
    }
    return leaves.isEmpty() ? Optional.empty() : Optional.of(MerkleTree.root(leaves));
  }
}
