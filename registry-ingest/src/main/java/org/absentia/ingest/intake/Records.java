package org.absentia.ingest.intake;

import java.util.List;

/** Keeps versions of records; port of the database. */
public interface Records {
  /**
   * Stores versions, each once, and releases those of participants; one outcome per submission, in
   * their order. Must run in a transaction; safe beside other calls with the same records.
   */
  List<Outcome> store(Source source, List<Submission> submissions);
}
