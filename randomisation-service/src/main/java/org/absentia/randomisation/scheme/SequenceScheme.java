package org.absentia.randomisation.scheme;

/**
 * A scheme whose slots do not depend on who arrives, so that a Merkle root can commit to all of
 * them in advance.
 */
public sealed interface SequenceScheme extends Scheme
    permits Simple, PermutedBlock, BlockUrn, BigStick, BiasedCoin, WeiUrn {

  /** Starts at slot 0; the stream must be fresh. */
  ArmSequence sequence(IntegerStream stream);
}
