package org.absentia.outcome.computation;

import java.util.List;
import org.absentia.outcome.record.RegistryRecord;

/** An outcome version and the record versions that it was derived from, in order of record id. */
public record Evaluation(OutcomeVersion version, List<RegistryRecord> records) {
  public Evaluation {
    records = List.copyOf(records);
  }
}
