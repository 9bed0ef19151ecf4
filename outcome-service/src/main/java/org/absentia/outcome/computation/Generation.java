package org.absentia.outcome.computation;

import java.util.UUID;

/** The life of the database: a new one reads every topic from its start. */
public interface Generation {
  /** Names the database; drawn when the service first meets it. */
  UUID id();

  /** Tells whether what this service had published itself was read back. */
  boolean isRestored();

  void noteRestored();
}
