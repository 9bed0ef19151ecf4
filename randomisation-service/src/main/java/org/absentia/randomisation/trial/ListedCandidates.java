package org.absentia.randomisation.trial;

import java.time.LocalDate;
import java.util.Optional;

/** The candidates that lists have named. */
public interface ListedCandidates {
  /** Adds the candidates of a list; one that a list has named before stays as it was. */
  void add(CandidateList list);

  /** Tells whether the candidate was enrolled and then erased; whose record it was is not known. */
  boolean erased(String trialId, String candidateId);

  /** Returns the day of the list that names the candidate. */
  Optional<LocalDate> listDate(String trialId, String candidateId);

  /** Returns the office of the list that names the candidate. */
  Optional<String> office(String trialId, String candidateId);
}
