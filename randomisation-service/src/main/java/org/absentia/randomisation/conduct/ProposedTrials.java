package org.absentia.randomisation.conduct;

import java.util.Optional;

/** The first protocols that wait for a second person, or were decided. */
public interface ProposedTrials {
  /** Returns the last one proposed under this name. */
  Optional<ProposedTrial> last(String trialId);

  void add(ProposedTrial trial);

  void decide(ProposedTrial decided);
}
