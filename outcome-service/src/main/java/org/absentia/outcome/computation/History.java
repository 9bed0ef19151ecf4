package org.absentia.outcome.computation;

/**
 * Takes back what this service published about its own decisions when its database was lost. Taking
 * it back again changes nothing. Of whoever is known to be erased no values are taken back.
 */
public interface History {
  void restore(OutcomeVersion version);

  void restore(TrialDefinition definition);

  void restore(Snapshot snapshot);

  /**
   * Lets the newest outcome of every participant of a bucket be published again: it may be kept and
   * yet never have been seen by others.
   */
  void publishAgain(int bucket);
}
