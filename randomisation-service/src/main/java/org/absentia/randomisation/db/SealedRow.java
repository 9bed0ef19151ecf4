package org.absentia.randomisation.db;

import org.absentia.randomisation.seal.Vault;

/** A row that holds sealed values. Every entity that does implements this. */
interface SealedRow {
  /** Moves each sealed value under the present key-encryption key. */
  void rewrap(Vault vault);
}
