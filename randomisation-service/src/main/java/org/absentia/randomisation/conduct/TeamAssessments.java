package org.absentia.randomisation.conduct;

import java.util.Optional;

/** The recorded assessments. */
public interface TeamAssessments {
  /** Makes others who record one of this candidate wait until the transaction ends. */
  void reserve(String trialId, String candidateId);

  Optional<TeamAssessment> last(String trialId, String candidateId);

  void add(TeamAssessment assessment);
}
