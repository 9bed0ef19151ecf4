package org.absentia.outcome.computation;

import java.util.List;

/** The definitions of trials. */
public interface Definitions {
  /** Keeps others from changing the trial's definition until the transaction ends. */
  void lock(String trialId);

  /** Every definition that a trial has had, the first first; none when the trial is not known. */
  List<TrialDefinition> of(String trialId);

  /** Adds the one that counts from now on and orders everybody's outcome anew. */
  void add(TrialDefinition definition);
}
