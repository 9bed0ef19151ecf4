package org.absentia.outcome.computation;

/**
 * Takes back what this service published about its own decisions when its database was lost. Taking
 * it back again changes nothing.
 */
public interface History {
  void restore(OutcomeVersion version);

  void restore(TrialDefinition definition);

  void restore(Snapshot snapshot);
}
