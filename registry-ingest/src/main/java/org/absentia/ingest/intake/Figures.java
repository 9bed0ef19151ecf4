package org.absentia.ingest.intake;

import java.util.Map;

/** Counts without personal data; port of the database. */
public interface Figures {
  /** Counts of a trial's releases. */
  record Released(int participants, long recordVersions, long unpublished) {}

  /** Counts of everything stored. */
  record Stored(
      long persons,
      Map<String, Long> records,
      Map<String, Long> recordVersions,
      Map<String, Long> rejects) {
    public Stored {
      records = Map.copyOf(records);
      recordVersions = Map.copyOf(recordVersions);
      rejects = Map.copyOf(rejects);
    }
  }

  Released released(String trialId);

  Stored stored();

  /** Rejected inputs by reason, for each dialect. */
  Map<String, Map<String, Long>> rejects();
}
