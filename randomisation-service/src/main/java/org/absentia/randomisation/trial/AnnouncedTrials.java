package org.absentia.randomisation.trial;

import java.util.Optional;
import org.absentia.randomisation.scheme.Hash;

/** The trials that wait for the share of their statistician. */
public interface AnnouncedTrials {
  Optional<AnnouncedTrial> find(String trialId);

  void add(AnnouncedTrial trial);

  void commit(String trialId, Hash statisticianCommitment);

  /** Forgets an announcement once the trial is open. */
  void remove(String trialId);
}
