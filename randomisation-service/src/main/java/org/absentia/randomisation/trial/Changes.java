package org.absentia.randomisation.trial;

/**
 * Tells whoever sends facts that there are new ones, once the transaction in progress has
 * committed.
 */
public interface Changes {
  void announce();
}
