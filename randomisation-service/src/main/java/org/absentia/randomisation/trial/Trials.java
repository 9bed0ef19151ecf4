package org.absentia.randomisation.trial;

import java.util.List;
import java.util.Optional;

/** The opened trials. */
public interface Trials extends Facts<Trial> {
  Optional<Trial> find(String trialId);

  /** Returns an open trial under the first version of its protocol. */
  Trial asOpened(String trialId);

  List<Trial> all();

  /** Makes others who want to open a trial of this name wait until the transaction ends. */
  void reserve(String trialId);

  void add(Trial trial, TrialSecrets secrets);

  TrialSecrets secrets(String trialId);
}
