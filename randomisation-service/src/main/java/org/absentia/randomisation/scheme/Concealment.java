package org.absentia.randomisation.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A design with its key: the only thing that knows which arm a slot has. It derives slots, it never
 * stores them.
 */
public record Concealment(Design design, Secret key) {
  private static final int LEAF = 0x00;

  /** Returns what is published before the first participant. */
  public Hash commitment(Secret salt) {
    return Hash.of(
        Octets.labelled("RND-1/commit")
            .prefixed(design.canonical())
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
   * Returns the arm of one slot, which follows from its number: not for minimisation, and for
   * weighted epochs under the initial weights.
   */
  public int arm(String stratum, int slot) {
    IntegerStream stream = design.stream(key, stratum);
    ArmSequence sequence =
        switch (design.scheme()) {
          case SequenceScheme scheme -> scheme.sequence(stream);
          case WeightedEpochs scheme -> scheme.sequence(stream, List.of());
          case Minimisation scheme ->
              throw new IllegalStateException("minimisation depends on who arrived");
        };
    return take(sequence, slot + 1).getLast();
  }

  /**
   * Returns the root over every slot of every stratum, for schemes whose slots do not depend on
   * arrivals.
   */
  public Optional<Hash> merkleRoot() {
    return design.scheme() instanceof SequenceScheme scheme
        ? Optional.of(MerkleTree.root(leaves(scheme)))
        : Optional.empty();
  }

  private List<Hash> leaves(SequenceScheme scheme) {
    List<Hash> leaves = new ArrayList<>();
    for (String stratum : design.strata()) {
      List<Integer> arms =
          take(
              scheme.sequence(design.stream(key, stratum)), design.slotsPerStratum().orElseThrow());
      for (int slot = 0; slot < arms.size(); slot++) {
        leaves.add(leaf(stratum, slot, arms.get(slot)));
      }
    }
    return leaves;
  }

  private static List<Integer> take(ArmSequence sequence, int count) {
    List<Integer> arms = new ArrayList<>(count);
    for (int slot = 0; slot < count; slot++) {
      arms.add(sequence.next());
    }
    return arms;
  }
}
