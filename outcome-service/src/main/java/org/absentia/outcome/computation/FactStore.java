package org.absentia.outcome.computation;

import java.util.List;

/** Keeps facts durably. */
public interface FactStore {
  /**
   * Keeps facts that came together and notes in the same transaction that the participants whom the
   * new ones concern must be recomputed. Keeping a fact again changes nothing, and their order
   * makes no difference.
   *
   * @throws ContradictoryFact when a record version is already known with other content
   */
  void keepAll(List<Fact> facts);

  /** Keeps one fact. */
  default void keep(Fact fact) {
    keepAll(List.of(fact));
  }
}
