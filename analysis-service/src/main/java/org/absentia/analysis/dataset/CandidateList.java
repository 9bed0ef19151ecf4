package org.absentia.analysis.dataset;

import java.util.Map;

/** The figures of one weekly list: how many were looked at, left out (by reason) and listed. */
public record CandidateList(int candidates, int screened, Map<String, Integer> notEligible) {
  public CandidateList {
    notEligible = Map.copyOf(notEligible);
  }
}
