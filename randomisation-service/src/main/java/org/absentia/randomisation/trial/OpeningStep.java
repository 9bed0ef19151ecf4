package org.absentia.randomisation.trial;

/** Something else that a trial commits to when it opens, in the same transaction. */
public interface OpeningStep {
  void opened(Trial trial, TrialSecrets secrets);
}
