package org.absentia.randomisation.conduct;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recorded assessments. */
public interface TeamAssessments {
  /** Makes others who record one of this candidate wait until the transaction ends. */
  void reserve(String trialId, String candidateId);

  default Optional<TeamAssessment> last(String trialId, String candidateId) {
    return Optional.ofNullable(last(trialId, List.of(candidateId)).get(candidateId));
  }

  /** Returns the last assessment of each of these candidates who was assessed. */
  Map<String, TeamAssessment> last(String trialId, Collection<String> candidateIds);

  void add(TeamAssessment assessment);
}
