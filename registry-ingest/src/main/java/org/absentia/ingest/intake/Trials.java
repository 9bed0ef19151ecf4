package org.absentia.ingest.intake;

import java.util.Optional;

/** Keeps trials; port of the database. */
public interface Trials {
  /** Keeps a trial if its version is higher than the one known. */
  void keep(Trial trial);

  Optional<Trial> find(String trialId);

  /** Finds a trial and lets nobody else list its candidates until the transaction ends. */
  Optional<Trial> lock(String trialId);
}
