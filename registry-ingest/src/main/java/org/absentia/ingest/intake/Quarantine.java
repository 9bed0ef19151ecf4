package org.absentia.ingest.intake;

import org.absentia.ingest.record.RejectReason;

/** Keeps rejected input sealed; port of the database. */
public interface Quarantine {
  /** Keeps an input once, however often it comes. */
  void keep(Source source, RejectReason reason, byte[] raw);
}
