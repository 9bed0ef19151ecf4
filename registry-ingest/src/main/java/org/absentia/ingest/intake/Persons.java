package org.absentia.ingest.intake;

import java.util.List;
import java.util.Optional;
import org.absentia.ingest.person.PersonDetails;
import org.absentia.ingest.person.PersonIdentifier;

/** Keeps persons; port of the database. */
public interface Persons {
  /** What became of a person's details. */
  enum Change {
    STORED,
    SUPERSEDED,
    UNCHANGED
  }

  /**
   * An update of a person.
   *
   * @param joined whether persons became one
   */
  record Update(Change change, boolean joined) {}

  /**
   * Takes in what the population register says; persons who turn out to be the same become one, and
   * their records with them. Must run in a transaction.
   */
  Update update(PersonIdentifier current, List<PersonIdentifier> former, PersonDetails details);

  /** The identifier of a candidate that is in use. */
  Optional<PersonIdentifier> ofCandidate(String candidateId);
}
