package org.absentia.ingest.intake;

/** Keeps releases; port of the database. Events may come in any order and any number of times. */
public interface Participants {
  /** Begins the release of a participant's records, unless it was ended before. */
  void enrol(Enrolment enrolment);

  /** Ends the release; for a participant not yet enrolled, as soon as that happens. */
  void withdraw(Withdrawal withdrawal);
}
