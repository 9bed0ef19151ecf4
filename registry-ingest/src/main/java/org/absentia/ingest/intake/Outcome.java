package org.absentia.ingest.intake;

import java.util.List;
import java.util.Optional;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.RejectReason;

/** What became of one message. */
public sealed interface Outcome {
  int line();

  /** A new version, the highest known so far. */
  record Stored(int line, String recordId) implements Outcome {}

  /** A new version, kept as history: a higher one was known already. */
  record Superseded(int line, String recordId) implements Outcome {}

  /** Known already, with the same content. */
  record Unchanged(int line, String recordId) implements Outcome {}

  /** Kept in quarantine only. */
  record Rejected(int line, Optional<String> recordId, RejectReason reason, List<Fault> faults)
      implements Outcome {
    public Rejected {
      faults = List.copyOf(faults);
    }
  }
}
