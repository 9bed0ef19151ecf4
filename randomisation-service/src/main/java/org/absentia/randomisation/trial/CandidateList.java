package org.absentia.randomisation.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The candidates whom registry-ingest found at one office on one day. */
public record CandidateList(
    UUID listId, String trialId, String office, LocalDate listDate, List<String> candidateIds) {
  public CandidateList {
    candidateIds = List.copyOf(candidateIds);
    if (!candidateIds.stream().allMatch(CandidateId::fits)) {
      throw new IllegalArgumentException("a list names its candidates by UUID");
    }
  }
}
