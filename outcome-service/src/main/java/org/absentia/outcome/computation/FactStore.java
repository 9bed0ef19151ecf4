package org.absentia.outcome.computation;

/** Keeps facts durably. */
public interface FactStore {
  /**
   * Keeps a fact and, if it is new, notes in the same transaction that the participants it concerns
   * must be recomputed. Keeping it again changes nothing.
   *
   * @throws ContradictoryFact when a record version is already known with other content
   */
  void keep(Fact fact);
}
