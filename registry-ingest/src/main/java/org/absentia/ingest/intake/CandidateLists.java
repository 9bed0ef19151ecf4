package org.absentia.ingest.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.record.RegistryRecord;

/** Keeps lists and finds the persons to screen; port of the database. */
public interface CandidateLists {
  /** Someone with a certificate that covers the day, and all that is known by then. */
  record Person(
      UUID id, Optional<LocalDate> birthDate, boolean listed, List<RegistryRecord> records) {
    public Person {
      records = List.copyOf(records);
    }
  }

  /** A candidate together with the list that names it. */
  record Found(CandidateList list, CandidateList.Candidate candidate) {}

  Optional<CandidateList> find(String trialId, String office, LocalDate listDate);

  /** Persons of an office with a certificate on a day, from versions issued before an instant. */
  List<Person> certified(String trialId, String office, LocalDate day, Instant issuedBefore);

  /** Keeps a list; {@code persons} tells who each candidate is. */
  void keep(CandidateList list, Map<UUID, UUID> persons, String caller, Instant now);

  Optional<Found> candidate(String trialId, UUID candidateId);

  /** Notes that somebody was shown a candidate's identifier. */
  void noteAccess(UUID candidateId, String caller, Instant now);
}
