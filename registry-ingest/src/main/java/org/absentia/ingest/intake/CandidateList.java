package org.absentia.ingest.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.screening.Screening;

/**
 * The candidates of one office on one day.
 *
 * @param screened persons on sick leave in the right week: candidates and those not eligible
 */
public record CandidateList(
    UUID listId,
    String trialId,
    String office,
    LocalDate listDate,
    List<Candidate> candidates,
    int screened,
    Map<Screening.Reason, Integer> notEligible) {
  /** So many ids make an event of 400 kB, well below the broker's limit of 1 MiB a message. */
  public static final int MOST_CANDIDATES = 10_000;

  public CandidateList {
    if (candidates.size() > MOST_CANDIDATES) {
      throw new IllegalArgumentException("a list has at most " + MOST_CANDIDATES + " candidates");
    }
    candidates = List.copyOf(candidates);
    notEligible = Map.copyOf(notEligible);
  }

  /** A person that meets the criteria, named by an opaque id. */
  public record Candidate(
      UUID candidateId,
      int sickLeaveWeek,
      BigDecimal grade,
      Optional<String> diagnosis,
      Optional<Integer> age) {}
}
