package org.absentia.randomisation.scheme;

/**
 * The arms of one stratum's slots 0, 1, 2, ... one after the other, as positions in the design's
 * list of arms.
 */
@FunctionalInterface
public interface ArmSequence {
  int next();
}
