package org.absentia.outcome.computation;

/** How far this process has read what stood on the topics when it started. */
public interface Replay {
  /**
   * Tells whether all of it is kept. Until then nothing is computed: outcomes of half the facts
   * would become versions that nobody ever saw.
   */
  boolean isComplete();
}
