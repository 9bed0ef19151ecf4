package org.absentia.randomisation.deviation;

import java.util.List;
import org.absentia.randomisation.trial.Erasable;

/** The drift logs of all trials. */
public interface Deviations extends Erasable {
  void add(Deviation deviation);

  /** Returns a trial's deviations in the order in which they were recorded. */
  List<Deviation> ofTrial(String trialId);
}
